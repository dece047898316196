import * as vscode from 'vscode';
import type { FileFindings, FindingsStore } from './parts';

/** The store that diagnostics, tree, status bar and report read, so that their counts agree. Changes are told once a turn. */
export function createFindings(): FindingsStore & vscode.Disposable {
  const files = new Map<string, FileFindings>();
  const changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  const pending = new Map<string, vscode.Uri>();
  const tell = (uri: vscode.Uri) => {
    if (pending.size === 0) queueMicrotask(flush);
    pending.set(uri.toString(), uri);
  };
  const flush = () => {
    const uris = [...pending.values()];
    pending.clear();
    changed.fire(uris);
  };
  return {
    get: uri => files.get(uri.toString()),
    all: () => files.values(),
    set(file) {
      files.set(file.uri.toString(), file);
      tell(file.uri);
    },
    delete(uri) {
      if (files.delete(uri.toString())) tell(uri);
    },
    clear() {
      const uris = Array.from(files.values(), file => file.uri);
      files.clear();
      uris.forEach(tell);
    },
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
  };
}
