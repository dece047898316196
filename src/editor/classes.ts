import * as vscode from 'vscode';
import { commands } from '../contributes';
import { classReasons } from '../core/classify/classify';
import { contentReasons } from '../core/classify/contentClass';
import { type Classification, type ClassReason, strictestClass } from '../core/classify/dataClass';
import { labelsIn } from '../core/classify/labels';
import type { DataClass } from '../core/model';
import { readHead } from '../io/readHead';
import type { CodeClassifier } from './codeClassifier';
import { debounce } from './debounce';
import { tellNothingOpen } from './findings/findingTarget';
import { pathOf, rangeOf, scannedSchemes } from './findings/scanDocuments';
import type { Parts } from './parts';

/** Tells how confidential files are: marks in the explorer, the language status of the active file, and a command that says why. */
export function registerClasses(parts: Parts, code: CodeClassifier): vscode.Disposable {
  return vscode.Disposable.from(
    registerMarks(parts, code),
    registerStatus(parts, code),
    registerShow(parts, code),
    tellSent(parts),
  );
}

/** The class of an open document, by all that is known of it. */
function classOfDocument(parts: Parts, code: CodeClassifier, document: vscode.TextDocument): Classification {
  const classifier = { ...code.get(), pathClass: parts.settings.policy().pathClass };
  const found = parts.findings.get(document.uri, 'text')?.decisions.map(({ finding }) => finding) ?? [];
  return strictestClass([...classReasons(document.getText(), pathOf(document), classifier), ...contentReasons(found)]);
}

/** C and R in the explorer. A file that isn't open is judged by its path and its first lines. */
function registerMarks(parts: Parts, code: CodeClassifier): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri[] | undefined>();
  const labels = new Map<string, readonly ClassReason[]>();
  const readLabels = async (uri: vscode.Uri) => {
    const known = labels.get(uri.toString());
    if (known) return known;
    const head = uri.scheme === 'file' ? await readHead(uri.fsPath, headBytes) : undefined;
    const found = head === undefined ? [] : labelsIn(head, pathOf({ uri }));
    if (labels.size > mostLabels) labels.clear();
    labels.set(uri.toString(), found);
    return found;
  };
  const provider: vscode.FileDecorationProvider = {
    onDidChangeFileDecorations: changed.event,
    async provideFileDecoration(uri) {
      const path = pathOf({ uri });
      const own = parts.settings.policy().pathClass(path);
      const known = code.known(path);
      const byCode: ClassReason[] = known
        ? [{ class: known.class, by: 'code', why: vscode.l10n.t('its code is fingerprinted') }]
        : [];
      const { class: dataClass, reasons } = strictestClass([
        ...(own ? [own] : []),
        ...byCode,
        ...(await readLabels(uri)),
      ]);
      return marks[dataClass] ? decoration(dataClass, reasons[0]!) : undefined;
    },
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**/*');
  const refresh = (uri: vscode.Uri) => {
    if (labels.delete(uri.toString())) changed.fire([uri]);
  };
  const all = () => changed.fire(undefined);
  return vscode.Disposable.from(
    changed,
    watcher,
    watcher.onDidChange(refresh),
    watcher.onDidDelete(refresh),
    code.onDidChange(all),
    vscode.window.registerFileDecorationProvider(provider),
  );
}

const headBytes = 8192;
const mostLabels = 20_000;
const marks: Partial<Record<DataClass, string>> = { confidential: 'C', restricted: 'R' };

function decoration(dataClass: DataClass, { why }: ClassReason): vscode.FileDecoration {
  const colour = new vscode.ThemeColor(`lockside.${dataClass}Foreground`);
  return new vscode.FileDecoration(marks[dataClass], `Lockside: ${nameOf(dataClass)}: ${why}`, colour);
}

function nameOf(dataClass: DataClass): string {
  const { t } = vscode.l10n;
  return { public: t('public'), internal: t('internal'), confidential: t('confidential'), restricted: t('restricted') }[
    dataClass
  ];
}

/** Beside the language's own status, so that the one status item of ours stays short. */
function registerStatus(parts: Parts, code: CodeClassifier): vscode.Disposable {
  const selector = scannedSchemes.map(scheme => ({ scheme }));
  const item = vscode.languages.createLanguageStatusItem('lockside.class', selector);
  item.name = vscode.l10n.t('Lockside: class of the file');
  const show = () => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !scannedSchemes.includes(document.uri.scheme)) return;
    const { class: dataClass, reasons } = classOfDocument(parts, code, document);
    item.text = `$(lock) ${nameOf(dataClass)}`;
    item.detail = reasons[0]?.why ?? vscode.l10n.t('nothing says otherwise');
    item.severity =
      dataClass === 'restricted' ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
    item.command = { command: commands.showClass, title: vscode.l10n.t('Why?') };
  };
  const soon = debounce(show, 300);
  soon.ask();
  return vscode.Disposable.from(
    item,
    soon,
    vscode.window.onDidChangeActiveTextEditor(soon.ask),
    vscode.workspace.onDidSaveTextDocument(soon.ask),
    code.onDidChange(soon.ask),
  );
}

type Item = vscode.QuickPickItem & { readonly open?: () => Thenable<unknown> };

/** "Why is this file confidential?": all reasons, the strictest first; each leads to where it stands. */
function registerShow(parts: Parts, code: CodeClassifier): vscode.Disposable {
  return vscode.commands.registerCommand(
    commands.showClass,
    async (clicked?: vscode.Uri): Promise<Classification | undefined> => {
      const uri = clicked ?? vscode.window.activeTextEditor?.document.uri;
      if (!uri) return tellNothingOpen();
      const document = await vscode.workspace.openTextDocument(uri);
      const classified = classOfDocument(parts, code, document);
      const items = classified.reasons.map(reason => toItem(document, reason));
      const nothing = { label: vscode.l10n.t('Nothing says otherwise: an unlabelled file is internal.') };
      const choice = vscode.window.showQuickPick<Item>(items.length > 0 ? items : [nothing], {
        title: vscode.l10n.t('{0} is {1}', pathOf(document), nameOf(classified.class)),
        placeHolder: vscode.l10n.t('Why? Choose a reason to see where it stands.'),
      });
      void choice.then(item => item?.open?.());
      return classified;
    },
  );
}

function toItem(document: vscode.TextDocument, { class: dataClass, by, why, span, origin }: ClassReason): Item {
  const icon = { path: 'folder', label: 'tag', content: 'key', code: 'code' }[by];
  const settings = () => vscode.commands.executeCommand('workbench.action.openSettings', 'lockside.classes');
  const place = () =>
    vscode.window.showTextDocument(document, span ? { selection: rangeOf(document, span) } : undefined);
  const item = { label: `$(${icon}) ${nameOf(dataClass)}`, description: why, open: by === 'path' ? settings : place };
  return origin === undefined ? item : { ...item, detail: vscode.l10n.t('It shares code with {0}.', origin) };
}

/** What is confidential goes to a model as it is unless the policy says otherwise; that is said, in passing. */
function tellSent({ activity }: Parts): vscode.Disposable {
  let seen = activity.records.length;
  return activity.onDidChange(() => {
    const fresh = activity.records.slice(Math.min(seen, activity.records.length));
    seen = activity.records.length;
    const warned = fresh.find(({ detector, action }) => detector.startsWith('class/') && action === 'warn');
    if (warned)
      vscode.window.setStatusBarMessage(
        vscode.l10n.t('Lockside: confidential content went to {0}', warned.destination.name),
        8000,
      );
  });
}
