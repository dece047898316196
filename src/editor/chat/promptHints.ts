import * as vscode from 'vscode';
import { commands, settings as names } from '../../contributes';
import { type Advice, adviseOn } from '../../core/minimise/advise';
import { namedSymbols } from '../../core/minimise/namedSymbols';
import { rangeOf } from '../findings/scanDocuments';
import type { Parts } from '../parts';

/** Says afterwards what a prompt took along without needing it, so that the next one takes less. */
export interface PromptHints extends vscode.Disposable {
  /** Looks at a request that went out; the request doesn't wait for it. */
  requestSent(messages: readonly vscode.LanguageModelChatRequestMessage[]): void;
}

/** In passing, once for each file in a session; the menu keeps what there is to say of the last prompt. */
export function registerPromptHints(parts: Parts): PromptHints {
  const told = new Set<string>();
  let before = '';
  const look = (messages: readonly string[]) => {
    const last = messages.findLast(message => message.includes('</attachment>')) ?? '';
    // An agent asks many times for one prompt.
    if (last === before || !parts.settings.value<boolean>(names.minimisation)) return;
    before = last;
    const advice = adviseOn(messages);
    parts.activity.advice = advice;
    parts.activity.changed();
    const fresh = advice.filter(({ path }) => !told.has(path));
    for (const { path } of fresh) told.add(path);
    if (fresh.length > 0) tell(parts, fresh);
  };
  const command = vscode.commands.registerCommand(commands.showPromptHints, () => showHints(parts.activity.advice));
  return {
    requestSent(messages) {
      const texts = messages.filter(({ role }) => role === vscode.LanguageModelChatMessageRole.User).map(textOf);
      setTimeout(() => look(texts), 0);
    },
    dispose: () => command.dispose(),
  };
}

function textOf({ content }: vscode.LanguageModelChatRequestMessage): string {
  return content.map(part => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('\n');
}

function tell({ log }: Parts, fresh: readonly Advice[]): void {
  for (const one of fresh) log.info(`${vscode.workspace.asRelativePath(one.path)}: ${why(one)}`);
  const files = [...new Set(fresh.map(({ path }) => baseName(path)))].join(', ');
  const text = vscode.l10n.t('Lockside: the prompt took along more than it needs: {0} (see the menu)', files);
  vscode.window.setStatusBarMessage(text, 8000);
}

/** How many hints there are, and how much they would spare: "2 hints, 1.3 MB". */
export function hintsText(advice: readonly Advice[]): string {
  const spared = size(advice.reduce((sum, one) => sum + one.spared, 0));
  return advice.length === 1
    ? vscode.l10n.t('1 hint, {0}', spared)
    : vscode.l10n.t('{0} hints, {1}', advice.length, spared);
}

type Item = vscode.QuickPickItem & { readonly open?: () => Thenable<unknown> };

async function showHints(advice: readonly Advice[]): Promise<void> {
  const nothing = { label: vscode.l10n.t('Nothing that Lockside knows of.') };
  const separator = { label: '', kind: vscode.QuickPickItemKind.Separator };
  const items: Item[] = advice.length > 0 ? [...advice.map(toItem), separator, ...remedies(advice)] : [nothing];
  const choice = await vscode.window.showQuickPick<Item>(items, {
    title: vscode.l10n.t('What the Last Prompt Didn’t Need'),
    placeHolder: vscode.l10n.t('It has been sent. The next one can do with less.'),
  });
  await choice?.open?.();
}

function toItem(one: Advice): Item {
  const icon = { duplicate: 'files', automatic: 'pin', columns: 'table', symbol: 'symbol-method' }[one.kind];
  return {
    label: `$(${icon}) ${baseName(one.path)}`,
    description: vscode.l10n.t('{0} of {1} could stay here', size(one.spared), size(one.total)),
    detail: why(one),
    open: () => openAt(one),
  };
}

/** What went along, and what would do. */
function why(one: Advice): string {
  const { t } = vscode.l10n;
  switch (one.kind) {
    case 'duplicate':
      return t('It went twice. VS Code adds the active file by itself, so it needn’t be attached.');
    case 'automatic':
      return ofAutomatic(one.origin);
    case 'columns':
      return ofColumns(one.use);
    case 'symbol':
      return t('The prompt names {0}. Select that and add the selection instead.', list(one.names));
  }
}

function ofAutomatic(origin: 'active' | 'around' | 'selection'): string {
  const { t } = vscode.l10n;
  if (origin === 'around') return t('A part was selected, but VS Code sent the whole file along with it.');
  return origin === 'active'
    ? t('VS Code added it by itself, because it was the active file. The prompt doesn’t speak of it.')
    : t('VS Code added it by itself, because it was selected. The prompt doesn’t speak of it.');
}

function ofColumns({ named, unused, personal }: Extract<Advice, { kind: 'columns' }>['use']): string {
  const { t } = vscode.l10n;
  return personal.length > 0
    ? t('Personal data that it doesn’t need: {0}. It names {1}.', list(personal), list(named))
    : t('It doesn’t need {0}. It names {1}.', list(unused), list(named));
}

const most = 3;

function list(all: readonly string[]): string {
  const shown = all.slice(0, most).map(name => (name.length > 40 ? `${name.slice(0, 39)}…` : name));
  const over = all.length - shown.length;
  return over > 0 ? vscode.l10n.t('{0} and {1} more', shown.join(', '), over) : shown.join(', ');
}

/** Where the editor can be told otherwise. */
function remedies(advice: readonly Advice[]): Item[] {
  const settings = (query: string) => () => vscode.commands.executeCommand('workbench.action.openSettings', query);
  const automatic = { label: `$(gear) ${vscode.l10n.t('Choose What VS Code Adds by Itself')}` };
  const off = { label: `$(bell-slash) ${vscode.l10n.t('Turn These Hints Off')}` };
  return [
    ...(advice.some(({ kind }) => kind === 'automatic' || kind === 'duplicate')
      ? [{ ...automatic, open: settings('chat.implicitContext') }]
      : []),
    { ...off, open: settings(`lockside.${names.minimisation}`) },
  ];
}

/** The file, with what the prompt names selected. */
async function openAt(one: Advice): Promise<void> {
  const [found] =
    one.path.includes('/') || one.path.includes('\\') ? [vscode.Uri.file(one.path)] : await inWorkspace(one);
  if (!found) return;
  const document = await vscode.workspace.openTextDocument(found);
  const editor = await vscode.window.showTextDocument(document);
  if (one.kind !== 'symbol') return;
  const [first] = namedSymbols(one.names.map(name => `\`${name}\``).join(' '), document.getText());
  if (!first) return;
  const range = rangeOf(document, first);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range);
}

function inWorkspace({ path }: Advice): Thenable<vscode.Uri[]> {
  return vscode.workspace.findFiles(`**/${path.replace(/[[\]{}*?]/g, '?')}`, undefined, 1);
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

function size(characters: number): string {
  return characters < 1_000_000 ? `${Math.ceil(characters / 1000)} kB` : `${(characters / 1_000_000).toFixed(1)} MB`;
}
