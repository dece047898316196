import * as vscode from 'vscode';
import type { AgentFinding } from '../../core/agents';
import type { Decision, Fault, Kind } from '../../core/model';
import { advisoryPage, isPackageFinding, packageMessage } from '../packages/packageText';
import type { FileFindings, Parts } from '../parts';
import { fieldName } from './fieldText';
import type { Pause } from './pause';
import { isField, notScanned, type ShownField, shownAt, shownItems } from './shownFindings';

/** What `source` says in Problems. */
export const diagnosticSource = 'Lockside';

/** The Problems of the findings store: those that the policy shows, and why an open file was not scanned. */
export function registerDiagnostics(parts: Parts, pause: Pause): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('lockside');
  const show = (uris: readonly vscode.Uri[]) => {
    if (pause.isQuiet()) return collection.clear();
    collection.set(uris.map(uri => [uri, diagnosticsOf(parts, parts.findings.get(uri))]));
  };
  const showAll = () => show(Array.from(parts.findings.all(), ({ uri }) => uri));
  return vscode.Disposable.from(
    collection,
    parts.findings.onDidChange(show),
    pause.onDidChange(showAll),
    parts.settings.onDidChange(showAll),
  );
}

function diagnosticsOf(parts: Parts, file: FileFindings | undefined): vscode.Diagnostic[] {
  if (!file) return [];
  const found = shownItems(file).map(item =>
    isField(item) ? ofField(parts, file, item) : ofFinding(parts, file, item.first),
  );
  const isOpen = vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === file.uri.toString());
  return isOpen ? [...found, ...ofFaults(file)] : found;
}

function ofFinding(parts: Parts, file: FileFindings, decision: Decision): vscode.Diagnostic {
  const { finding, action } = decision;
  const severity = severities[parts.settings.severity(finding, action)];
  const diagnostic = new vscode.Diagnostic(file.range(decision), messageOf(file.uri, decision), severity);
  diagnostic.source = diagnosticSource;
  const page = isPackageFinding(finding) ? advisoryPage(finding) : undefined;
  diagnostic.code = page ? { value: finding.detector, target: page } : finding.detector;
  return diagnostic;
}

/** One for a whole column: thousands of them would hide it. */
function ofField(parts: Parts, file: FileFindings, item: ShownField): vscode.Diagnostic {
  const { finding, action } = item.first;
  const severity = severities[parts.settings.severity(finding, action)];
  const message = vscode.l10n.t('{0}: would be sent to AI with this file. Redact it.', fieldName(item));
  const diagnostic = new vscode.Diagnostic(shownAt(file, item), message, severity);
  diagnostic.source = diagnosticSource;
  diagnostic.code = item.field.detector;
  return diagnostic;
}

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

const longest = 100;

/** What, why it matters, what to do: one line. */
function messageOf({ path }: vscode.Uri, { finding }: Decision): string {
  // What is said of a package names it, and what is wrong with it.
  if (isPackageFinding(finding)) return packageMessage(finding);
  const remedy = finding.kind === 'agent' ? (finding as AgentFinding).fix?.title : undefined;
  const message = (title: string) => told(finding.kind, title, /\.env[^/]*$/.test(path), remedy);
  const over = message(finding.title).length - longest;
  return over <= 0 ? message(finding.title) : message(`${finding.title.slice(0, -over - 1)}…`);
}

function told(kind: Kind, title: string, isEnv: boolean, remedy: string | undefined): string {
  const { t } = vscode.l10n;
  if (kind === 'agent') {
    const whole = remedy ? t('{0}. {1}.', title, remedy) : '';
    return whole && whole.length <= longest ? whole : t('{0}: AI clients act on this file. Look at it first.', title);
  }
  if (kind === 'hidden') return t('{0}: nobody sees it, and a model reads it. Take it out.', title);
  if (kind === 'injection') return t('{0}: an AI that reads this file may obey it. Look at it first.', title);
  return kind === 'secret' && !isEnv
    ? t('{0}: would be sent to AI with this file. Redact it or move it to .env.', title)
    : t('{0}: would be sent to AI with this file. Redact it.', title);
}

/** One for whatever was not scanned, and one for each comment that lets nothing go although it was meant to. */
function ofFaults(file: FileFindings): vscode.Diagnostic[] {
  const [unscanned] = notScanned(file);
  const comments = file.faults.filter(({ code }) => code === 'suppression');
  return [...(unscanned ? [ofUnscanned(unscanned)] : []), ...comments.map(ofComment)];
}

function ofUnscanned({ code, message }: Fault): vscode.Diagnostic {
  return information(new vscode.Position(0, 0), vscode.l10n.t('Not scanned: {0}', message), `fault/${code}`);
}

/** Such a fault says where the comment stands as `line:column`. */
function ofComment({ code, message, where = '1:1' }: Fault): vscode.Diagnostic {
  const [line = 1, column = 1] = where.split(':').map(Number);
  return information(new vscode.Position(line - 1, column - 1), message, `fault/${code}`);
}

function information(at: vscode.Position, message: string, code: string): vscode.Diagnostic {
  const range = new vscode.Range(at, at.with({ character: at.character + 1 }));
  const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Information);
  diagnostic.source = diagnosticSource;
  diagnostic.code = code;
  return diagnostic;
}
