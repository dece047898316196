import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { commands } from '../contributes';
import type { Parts } from './parts';
import { runInTerminal } from './runInTerminal';
import { usualKey } from './usualKey';

/** The words for the command line; undefined where the person has changed their mind. */
type Ask = (parts: Parts, folder: string) => Promise<readonly string[] | undefined>;

/**
 * What the command line can do and no view shows. Each asks for what it needs and runs in a terminal; a keybinding's arguments
 * (`["--base", "main"]`) answer beforehand. A command resolves to the exit code.
 */
export function registerTerminalCommands(parts: Parts): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(capabilities).map(([id, { words, ask, summary }]) =>
      vscode.commands.registerCommand(id, async (given?: unknown) => {
        const folder = trustedFolder();
        if (folder === undefined) return undefined;
        const more = isWords(given) ? given : ask ? await ask(parts, folder) : [];
        if (!more) return undefined;
        const page = summary && freshPage(parts, id);
        const added = page ? [summary, page.fsPath] : [];
        const code = await runInTerminal(parts, titleOf(parts, id), [...words, ...more, ...added], folder);
        if (page && existsSync(page.fsPath)) await vscode.commands.executeCommand('markdown.showPreview', page);
        return code;
      }),
    ),
  );
}

interface Capability {
  readonly words: readonly string[];
  readonly ask?: Ask;
  /** The option by which it writes a Markdown page, which is shown when it has ended. */
  readonly summary?: string;
}

const capabilities: Readonly<Record<string, Capability>> = {
  [commands.auditHistory]: { words: ['scan', '--history'] },
  [commands.checkGates]: { words: ['ci'], ask: askBase, summary: '--summary' },
  [commands.installPreCommit]: { words: ['pre-commit', 'install'] },
  [commands.proveClients]: { words: ['doctor'] },
  [commands.checkPermissions]: { words: ['permissions', 'check'] },
  [commands.writePermissions]: { words: ['permissions', 'write'], ask: askHow },
  [commands.judgeTools]: { words: ['agents', 'tools', '--format', 'text'], ask: askToolFiles },
  [commands.fingerprintCode]: { words: ['fingerprint'], ask: askCode },
  [commands.testPolicy]: { words: ['policy', 'test'] },
  [commands.updatePolicies]: { words: ['policy', 'update'] },
  [commands.signOff]: { words: ['sign-off', 'add'], ask: askSignOff },
  [commands.showSignOffs]: { words: ['sign-off', 'status'] },
  [commands.exportTrail]: { words: ['audit', 'export'], ask: askExport },
  [commands.exportVex]: { words: ['sbom', 'vex'], ask: askVexFile },
};

/** A page of ours that nothing stands on yet. */
function freshPage({ context }: Parts, id: string): vscode.Uri {
  const page = vscode.Uri.joinPath(context.globalStorageUri, `${id}.md`);
  mkdirSync(context.globalStorageUri.fsPath, { recursive: true });
  rmSync(page.fsPath, { force: true });
  return page;
}

/** The command line believes a folder's settings, so that somebody has to trust them first. */
function trustedFolder(): string | undefined {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  if (folder && vscode.workspace.isTrusted) return folder.uri.fsPath;
  void vscode.window.showWarningMessage(vscode.l10n.t('Open a folder of this machine first, and trust it.'));
  return undefined;
}

function isWords(given: unknown): given is string[] {
  return Array.isArray(given) && given.every(word => typeof word === 'string');
}

/** As the palette has it, in the person's language. */
function titleOf({ context }: Parts, id: string): string {
  const { contributes } = context.extension.packageJSON as {
    contributes: { commands: readonly { command: string; title: string }[] };
  };
  return contributes.commands.find(({ command }) => command === id)?.title.replace('…', '') ?? id;
}

async function askBase(): Promise<readonly string[] | undefined> {
  const { t } = vscode.l10n;
  const prompt = t('Since which branch or commit? Leave it empty to check everything that git has.');
  const base = await vscode.window.showInputBox({ prompt, value: 'main', validateInput: notAnOption });
  return base === undefined ? undefined : base.trim() === '' ? [] : ['--base', base.trim()];
}

/** What begins with a dash would be taken for an option. */
function notAnOption(text: string): string | undefined {
  return text.trim().startsWith('-') ? vscode.l10n.t('It can’t begin with a dash.') : undefined;
}

async function askHow(): Promise<readonly string[] | undefined> {
  const { t } = vscode.l10n;
  const items = [
    { label: t('Only say what would be changed'), words: ['--dry-run'] },
    { label: t('Write it into the files of the clients that are used here'), words: [] },
    { label: t('Take it out again'), words: ['--undo'] },
  ];
  return (await vscode.window.showQuickPick(items))?.words;
}

async function askToolFiles(): Promise<readonly string[] | undefined> {
  const { t } = vscode.l10n;
  const title = t('Answers of MCP servers to tools/list');
  const filters = { JSON: ['json', 'jsonl'] };
  return pathsOf(await vscode.window.showOpenDialog({ canSelectMany: true, title, filters }));
}

async function askCode(_: Parts, folder: string): Promise<readonly string[] | undefined> {
  const title = vscode.l10n.t('Confidential code to know again');
  const options = { canSelectMany: true, canSelectFolders: true, canSelectFiles: true };
  const defaultUri = vscode.Uri.file(folder);
  return pathsOf(await vscode.window.showOpenDialog({ ...options, title, defaultUri }));
}

function pathsOf(uris: readonly vscode.Uri[] | undefined): readonly string[] | undefined {
  return uris && uris.length > 0 ? uris.map(({ fsPath }) => fsPath) : undefined;
}

/** The command line shows the commit and asks once more before it signs. */
async function askSignOff({ settings }: Parts): Promise<readonly string[] | undefined> {
  const { t } = vscode.l10n;
  const roles = [...new Set(settings.state().approvers.flatMap(({ roles = [] }) => roles))];
  if (roles.length === 0) {
    void vscode.window.showWarningMessage(t('Nobody has a role in "lockside.approvers", so nobody can sign off.'));
    return undefined;
  }
  const role = await vscode.window.showQuickPick(roles, { placeHolder: t('What do you answer for?') });
  const prompt = t('What have you looked at?');
  const reason = role && (await vscode.window.showInputBox({ prompt, validateInput: notAnOption }));
  return role && reason
    ? ['--role', role, '--reason', reason, '--key', join(homedir(), '.ssh', usualKey())]
    : undefined;
}

async function askExport(): Promise<readonly string[] | undefined> {
  const { t } = vscode.l10n;
  const formats = [
    { label: 'CSV', detail: t('For spreadsheets'), format: 'csv', ending: 'csv' },
    { label: 'OCSF', detail: t('For security data lakes'), format: 'ocsf', ending: 'jsonl' },
    { label: 'SARIF', detail: t('For code hosts'), format: 'sarif', ending: 'sarif' },
    { label: 'JSON Lines', detail: t('As it was recorded'), format: 'jsonl', ending: 'jsonl' },
  ];
  const chosen = await vscode.window.showQuickPick(formats, { placeHolder: t('In which format?') });
  const out = chosen && (await askFile(`audit-trail.${chosen.ending}`));
  return chosen && out ? ['--format', chosen.format, '--out', out] : undefined;
}

async function askVexFile(): Promise<readonly string[] | undefined> {
  const out = await askFile('openvex.json');
  return out ? ['--output', out] : undefined;
}

async function askFile(name: string): Promise<string | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const defaultUri = folder && vscode.Uri.joinPath(folder, name);
  return (await vscode.window.showSaveDialog(defaultUri ? { defaultUri } : {}))?.fsPath;
}
