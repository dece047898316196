import * as vscode from 'vscode';
import { type Change, describeChange, subjectOf } from '../../agents/lock/changes';
import { hashOf, keyOf } from '../../agents/lock/lock';
import { printable } from '../../core/printable';
import { committedBytes } from '../../io/lockFile';
import { decodeText } from '../../io/readTextFile';
import { keptIn } from '../../project/restoreLocked';

const scheme = 'lockside-locked';

/** Both sides of changes, as documents that nobody can edit. */
export interface ChangeTexts extends vscode.Disposable {
  /** Opens what was approved beside what stands there now. */
  show(root: string, change: Change): Promise<void>;
}

/** Control and invisible characters are spelled out: whoever approves has to see what a model would read. */
export function createChangeTexts(): ChangeTexts {
  const texts = new Map<string, string>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: uri => texts.get(uri.toString()) ?? '',
  });
  const place = (side: string, change: Change, text: string) => {
    const { id } = subjectOf(change);
    const name = id.split(/[\\/]/).at(-1) || id;
    const uri = vscode.Uri.from({
      scheme,
      path: `/${name}`,
      query: `${side} ${keyOf(subjectOf(change))} ${hashOf(text)}`,
    });
    if (texts.size > mostTexts) texts.clear();
    texts.set(uri.toString(), text);
    return uri;
  };
  return {
    async show(root, change) {
      const { t } = vscode.l10n;
      const before = place('before', change, await textBefore(root, change));
      const after = place('after', change, textAfter(change));
      const title = t('{0} (approved ↔ now)', describeChange(change).slice(0, 120));
      await vscode.commands.executeCommand('vscode.diff', before, after, title, { preview: true });
    },
    dispose: () => {
      texts.clear();
      provider.dispose();
    },
  };
}

const mostTexts = 200;

/** As it was kept beside the lock, else as git has it; git is asked in trusted workspaces alone. */
async function textBefore(root: string, { before }: Change): Promise<string> {
  if (!before) return '';
  const kept = keptIn(root)(before.hash);
  if (kept !== undefined) return visible(kept);
  const bytes =
    before.kind === 'file' && vscode.workspace.isTrusted
      ? await committedBytes(root, before.id, text => hashOf(text) === before.hash)
      : undefined;
  const read = bytes && decodeText(bytes);
  if (read && 'text' in read) return visible(read.text);
  return vscode.l10n.t('(What was approved was not kept: it held a secret, or its copy is gone.)');
}

function textAfter({ thing }: Change): string {
  if (!thing) return '';
  return thing.text === undefined ? vscode.l10n.t('(It holds a secret and is not shown here.)') : visible(thing.text);
}

/** Line by line: line ends and tabs are left, all else that nobody would see is spelled out. */
function visible(text: string): string {
  return text
    .split('\n')
    .map(line => line.replace(/\r$/, '').split('\t').map(printable).join('\t'))
    .join('\n');
}
