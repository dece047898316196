import * as vscode from 'vscode';
import type { Decision, Kind } from '../../core/model';
import type { Parts } from '../parts';
import { findingCount } from './countText';
import type { Pause } from './pause';
import { shownItems } from './shownFindings';

/**
 * Marks files with findings in the explorer and in tabs. The number stands in the tooltip: as a badge it would stand beside the
 * one that Problems draw. The letters are read as those of git are: S for secrets, H for hidden text and instructions, P for personal
 * data alone, V for packages, A for what AI clients act on.
 */
export function registerDecorations(parts: Parts, pause: Pause): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri[] | undefined>();
  const provider: vscode.FileDecorationProvider = {
    onDidChangeFileDecorations: changed.event,
    provideFileDecoration(uri) {
      const file = pause.isQuiet() ? undefined : parts.findings.get(uri);
      const shown = file ? shownItems(file).map(({ first }) => first) : [];
      return shown.length > 0 ? decoration(shown) : undefined;
    },
  };
  return vscode.Disposable.from(
    changed,
    parts.findings.onDidChange(uris => changed.fire([...uris])),
    pause.onDidChange(() => changed.fire(undefined)),
    vscode.window.registerFileDecorationProvider(provider),
  );
}

function decoration(shown: readonly Decision[]): vscode.FileDecoration {
  const has = (...kinds: readonly Kind[]) => shown.some(({ finding }) => kinds.includes(finding.kind));
  const badge = has('secret') ? 'S' : has('hidden', 'injection') ? 'H' : has('pii') ? 'P' : has('supply') ? 'V' : 'A';
  const colour = new vscode.ThemeColor('list.warningForeground');
  return new vscode.FileDecoration(badge, `Lockside: ${findingCount(shown.length)}`, colour);
}
