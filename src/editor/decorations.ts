import * as vscode from 'vscode';
import { findingCount } from './countText';
import type { Parts } from './parts';
import type { Pause } from './pause';
import { shownFindings } from './shownFindings';

/** Marks files with findings in the explorer and in tabs: their number as a badge, and in words. */
export function registerDecorations(parts: Parts, pause: Pause): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri[] | undefined>();
  const provider: vscode.FileDecorationProvider = {
    onDidChangeFileDecorations: changed.event,
    provideFileDecoration(uri) {
      const file = pause.isQuiet() ? undefined : parts.findings.get(uri);
      const count = file ? shownFindings(file).length : 0;
      return count > 0 ? decoration(count) : undefined;
    },
  };
  return vscode.Disposable.from(
    changed,
    parts.findings.onDidChange(uris => changed.fire([...uris])),
    pause.onDidChange(() => changed.fire(undefined)),
    vscode.window.registerFileDecorationProvider(provider),
  );
}

function decoration(count: number): vscode.FileDecoration {
  const badge = count > 9 ? '9+' : String(count);
  return new vscode.FileDecoration(
    badge,
    `Lockside: ${findingCount(count)}`,
    new vscode.ThemeColor('list.warningForeground'),
  );
}
