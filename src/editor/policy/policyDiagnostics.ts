import * as vscode from 'vscode';
import { createLineIndex } from '../../core/lineIndex';
import { debounce } from '../debounce';
import { diagnosticSource } from '../findings/diagnostics';
import type { Parts } from '../parts';
import { factsFor, kindOf, policyFiles, textOf } from './policyFacts';
import { type PolicyProblem, policyProblems } from './policyProblems';

export interface PolicyDiagnostics extends vscode.Disposable {
  /** The problems of a file, as they were told last. */
  of(uri: vscode.Uri): readonly { readonly range: vscode.Range; readonly problem: PolicyProblem }[];
}

/** Problems at the place of every fault of the policy, in files that are open and in those that aren't. */
export function createPolicyDiagnostics(parts: Parts): PolicyDiagnostics {
  const collection = vscode.languages.createDiagnosticCollection('lockside-policy');
  const told = new Map<string, ReturnType<PolicyDiagnostics['of']>>();
  const waiting = new Map<string, vscode.Uri>();
  const showAll = () => {
    const files = policyFiles(parts);
    for (const key of told.keys()) if (!files.some(uri => uri.toString() === key)) clear(key);
    for (const uri of files) show(uri);
  };
  const clear = (key: string) => {
    told.delete(key);
    collection.delete(vscode.Uri.parse(key));
  };
  const show = (uri: vscode.Uri) => {
    const found = problemsIn(parts, uri);
    told.set(uri.toString(), found);
    collection.set(uri, found.map(toDiagnostic));
  };
  const rest = debounce(() => {
    for (const uri of waiting.values()) show(uri);
    waiting.clear();
  }, restMilliseconds);
  const later = (uri: vscode.Uri) => {
    if (!kindOf(parts, uri)) return;
    waiting.set(uri.toString(), uri);
    rest.ask();
  };
  void parts.settings.ready.then(showAll);
  const subscriptions = vscode.Disposable.from(
    collection,
    parts.settings.onDidChange(showAll),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => later(uri)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => later(document.uri)),
    rest,
  );
  return { of: uri => told.get(uri.toString()) ?? [], dispose: () => subscriptions.dispose() };
}

const restMilliseconds = 300;

/** What is wrong in one file, whether it is open or not. */
export function problemsIn(parts: Parts, uri: vscode.Uri) {
  const kind = kindOf(parts, uri);
  const text = textOf(uri);
  if (!kind || text === undefined) return [];
  const at = createLineIndex(text);
  const position = (offset: number) => {
    const { line, column } = at(offset);
    return new vscode.Position(line - 1, column - 1);
  };
  return policyProblems(text, kind, factsFor(parts, uri), vscode.l10n.t).map(problem => ({
    range: new vscode.Range(position(problem.offset), position(problem.offset + problem.length)),
    problem,
  }));
}

function toDiagnostic({ range, problem }: { range: vscode.Range; problem: PolicyProblem }): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, problem.message, levels[problem.level]);
  diagnostic.source = diagnosticSource;
  diagnostic.code = problem.code;
  if (problem.code === 'policy/idle') diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  return diagnostic;
}

const levels: Readonly<Record<PolicyProblem['level'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};
