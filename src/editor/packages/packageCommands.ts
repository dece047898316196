import { basename } from 'node:path';
import * as vscode from 'vscode';
import { version } from '../../../package.json';
import { commands } from '../../contributes';
import { type Ecosystem, ecosystems } from '../../core/packages';
import { git } from '../../io/git';
import { stateFolder } from '../../io/stateFolder';
import { tellNothingOpen } from '../findings/findingTarget';
import { shownFindings, shownItems } from '../findings/shownFindings';
import type { Parts } from '../parts';
import type { PackageChecks } from './createPackageChecks';
import type { PackageThread } from './createThread';
import { isPackageFinding, packageMessage } from './packageText';

/** The commands about packages: check all, list those of a file, bring advisories, write and compare bills of materials. */
export function registerPackageCommands(parts: Parts, checks: PackageChecks, thread: PackageThread): vscode.Disposable {
  const register = (id: string, run: (...args: never[]) => unknown) =>
    vscode.commands.registerCommand(id, run as (...args: unknown[]) => unknown);
  return vscode.Disposable.from(
    register(commands.checkPackages, () => checkAll(parts, checks, thread)),
    register(commands.listPackages, (uri?: vscode.Uri) => list(parts, uri)),
    register(commands.updateAdvisories, () => update(checks, thread)),
    register(commands.importAdvisories, (file?: vscode.Uri, ecosystem?: Ecosystem) =>
      importFrom(checks, thread, file, ecosystem),
    ),
    register(commands.exportSbom, (format?: string, target?: vscode.Uri) => exportBill(thread, format, target)),
    register(commands.compareSbom, (revision?: string) => compare(thread, revision)),
  );
}

/** Returns how many packages something is said of. */
async function checkAll(parts: Parts, checks: PackageChecks, thread: PackageThread): Promise<number> {
  await parts.settings.ready;
  const roots = folders();
  if (roots.length === 0)
    return refuse(vscode.l10n.t('Open a folder first: its manifests and lockfiles are checked.'), 0);
  const seen = new Set<string>();
  await withProgress(vscode.l10n.t('Checking packages'), async (progress, signal) => {
    const task = { kind: 'checkFolders', roots, facts: checks.facts() } as const;
    await thread.run(
      task,
      result => {
        if (result.kind !== 'checked' || result.file.file === undefined) return;
        const { text = '', ...file } = result.file;
        seen.add(file.path);
        progress.report({ message: file.path });
        checks.take(vscode.Uri.file(result.file.file), file, text);
      },
      signal,
    );
  });
  const count = [...parts.findings.all('packages')].flatMap(file => shownFindings(file)).length;
  void tellChecked(seen.size, count);
  return count;
}

async function tellChecked(files: number, count: number): Promise<void> {
  const { t } = vscode.l10n;
  const show = t('Show Findings');
  const message =
    count > 0
      ? t('{0} files name packages; something is said of {1} of these.', files, count)
      : t('{0} files name packages; nothing is known against these.', files);
  if ((await vscode.window.showInformationMessage(message, ...(count > 0 ? [show] : []))) === show)
    await vscode.commands.executeCommand(commands.showFindings);
}

/** The packages of a file that something is said of, to go to. */
async function list(parts: Parts, uri = vscode.window.activeTextEditor?.document.uri): Promise<void> {
  if (!uri) return tellNothingOpen();
  const file = parts.findings.get(uri, 'packages');
  if (!file || shownItems(file).length === 0)
    return refuse(
      vscode.l10n.t('No package of this file needs a look. “Check Packages” looks at all files.'),
      undefined,
    );
  const items = shownItems(file).flatMap(({ first }) => {
    const { finding } = first;
    if (!isPackageFinding(finding)) return [];
    const range = file.range(first);
    const icon = { error: 'error', warning: 'warning', information: 'info', hint: 'info' }[
      parts.settings.severity(finding, first.action)
    ];
    const about = vscode.l10n.t('{0}, line {1}', finding.title, range.start.line + 1);
    return [{ label: `$(${icon}) ${finding.entry.name}`, description: about, detail: packageMessage(finding), range }];
  });
  const title = vscode.l10n.t('Packages of {0}', basename(file.uri.path));
  const chosen = await vscode.window.showQuickPick(items, { title, matchOnDetail: true });
  if (chosen) await vscode.window.showTextDocument(file.uri, { selection: chosen.range });
}

/** Fetches the databases of the ecosystems that this project uses. Resolves to whether all of them could be had. */
async function update(checks: PackageChecks, thread: PackageThread): Promise<boolean> {
  const used = checks.ecosystems();
  const wanted = used.length > 0 ? used : (['npm', 'PyPI', 'Go', 'crates.io'] as const);
  return bring(checks, thread, wanted);
}

async function importFrom(
  checks: PackageChecks,
  thread: PackageThread,
  given: vscode.Uri | undefined,
  of: Ecosystem | undefined,
): Promise<boolean> {
  const { t } = vscode.l10n;
  const [file] = given
    ? [given]
    : ((await vscode.window.showOpenDialog({
        title: t('Import Advisories from File'),
        filters: { [t('OSV database')]: ['zip'] },
      })) ?? []);
  const ecosystem =
    file &&
    (of ??
      ((await vscode.window.showQuickPick([...ecosystems], {
        placeHolder: t('Of which ecosystem is this all.zip?'),
      })) as Ecosystem | undefined));
  return file && ecosystem ? bring(checks, thread, [ecosystem], file.fsPath) : false;
}

async function bring(
  checks: PackageChecks,
  thread: PackageThread,
  wanted: readonly Ecosystem[],
  from?: string,
): Promise<boolean> {
  const { t } = vscode.l10n;
  const failed: string[] = [];
  let fresh = 0;
  const task = { kind: 'update', ecosystems: wanted, stateFolder: stateFolder(), url: checks.facts().url } as const;
  await withProgress(t('Updating advisories'), async (progress, signal) => {
    progress.report({ message: wanted.join(', ') });
    await thread.run(
      from === undefined ? task : { ...task, from },
      result => {
        if (result.kind !== 'updated') return;
        if (result.state === 'failed') failed.push(`${result.ecosystem}: ${result.message}`);
        else fresh++;
        progress.report({ message: result.ecosystem, increment: 100 / wanted.length });
      },
      signal,
    );
  });
  checks.refresh();
  if (failed.length > 0)
    void vscode.window.showWarningMessage(t('Advisories could not be brought: {0}', failed.join('; ')));
  else vscode.window.setStatusBarMessage(t('Lockside: advisories of {0} ecosystems are up to date', fresh), 8000);
  return failed.length === 0;
}

async function exportBill(thread: PackageThread, given?: string, target?: vscode.Uri): Promise<vscode.Uri | undefined> {
  const { t } = vscode.l10n;
  const [root] = folders();
  if (root === undefined) return refuse(t('Open a folder first: its packages are written down.'), undefined);
  const formats = [
    { label: 'CycloneDX 1.6', description: 'JSON', format: 'cyclonedx-json', suffix: 'cdx.json' },
    { label: 'CycloneDX 1.7', description: 'JSON', format: 'cyclonedx-1.7', suffix: 'cdx.json' },
    { label: 'SPDX 2.3', description: 'JSON', format: 'spdx-json', suffix: 'spdx.json' },
  ];
  const chosen =
    formats.find(({ format }) => format === given) ??
    (await vscode.window.showQuickPick(formats, { placeHolder: t('In which format?') }));
  if (!chosen) return undefined;
  const defaultUri = vscode.Uri.file(`${root}/sbom.${chosen.suffix}`);
  const place = target ?? (await vscode.window.showSaveDialog({ defaultUri, filters: { JSON: ['json'] } }));
  if (!place) return undefined;
  const made = await textOf(thread, t('Writing the bill of materials'), {
    kind: 'bill',
    root,
    format: chosen.format,
    version,
  });
  if (!made) return undefined;
  await vscode.workspace.fs.writeFile(place, new TextEncoder().encode(made.text));
  await vscode.window.showTextDocument(place);
  vscode.window.setStatusBarMessage(t('Lockside: {0} packages written to {1}', made.count, basename(place.path)), 8000);
  return place;
}

async function compare(thread: PackageThread, given?: string): Promise<vscode.TextDocument | undefined> {
  const { t } = vscode.l10n;
  const [root] = folders();
  if (root === undefined) return refuse(t('Open a folder first: its packages are compared.'), undefined);
  const revision = given ?? (await chooseRevision(root));
  if (!revision) return undefined;
  const made = await textOf(thread, t('Comparing packages with {0}', revision), { kind: 'compare', root, revision });
  if (!made) return undefined;
  const title = t('What packages this working tree adds to, drops from or changes in {0}: {1}', revision, made.count);
  const notes = made.faults.map(fault => `! ${fault}`);
  const content = [`# ${title}`, '', made.text.trimEnd(), ...notes, ''].join('\n');
  const document = await vscode.workspace.openTextDocument({ language: 'diff', content });
  await vscode.window.showTextDocument(document, { preview: true });
  return document;
}

async function chooseRevision(root: string): Promise<string | undefined> {
  const { t } = vscode.l10n;
  const answer = await git(root, [
    'for-each-ref',
    '--format=%(refname:short)',
    '--sort=-committerdate',
    'refs/heads',
    'refs/remotes',
  ]);
  if (answer.error !== undefined) return refuse(answer.error, undefined);
  const branches = answer.value.toString().split('\n').filter(Boolean);
  return vscode.window.showQuickPick(branches, { placeHolder: t('Compare packages with which branch?') });
}

async function textOf(thread: PackageThread, title: string, task: Parameters<PackageThread['run']>[0]) {
  let made: { text: string; count: number; faults: readonly string[] } | undefined;
  await withProgress(title, (_, signal) =>
    thread.run(
      task,
      result => {
        if (result.kind === 'text') made = result;
      },
      signal,
    ),
  );
  return made;
}

/** Shows progress that can be cancelled; what goes wrong is told. */
async function withProgress(
  title: string,
  work: (progress: vscode.Progress<{ message?: string; increment?: number }>, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  await vscode.window.withProgress(options, async (progress, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    try {
      await work(progress, abort.signal);
    } catch (error) {
      void vscode.window.showErrorMessage(`Lockside: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}

function folders(): string[] {
  return (vscode.workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === 'file')
    .map(({ uri }) => uri.fsPath);
}

function refuse<T>(message: string, value: T): T {
  void vscode.window.showInformationMessage(message);
  return value;
}
