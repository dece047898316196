import * as vscode from 'vscode';
import { registerCopySafe } from '../clipboard/copySafe';
import { registerCopyTerminal } from '../clipboard/copyTerminal';
import { registerPasteGuard } from '../clipboard/pasteGuard';
import { registerPasteSafe } from '../clipboard/pasteSafe';
import type { Parts } from '../parts';
import { registerRuleFaults } from '../policy/ruleFaults';
import { registerDecorations } from './decorations';
import { registerDiagnostics } from './diagnostics';
import { registerHover } from './hover';
import { registerNavigation } from './navigation';
import { registerNotebookOutputs } from './notebookOutputs';
import type { Pause } from './pause';
import { registerQuickFixes } from './quickFixes';
import { registerRedactFile } from './redactFile';
import { registerRestoreFile } from './restoreFile';
import { registerScanDocuments } from './scanDocuments';
import { registerSuppress } from './suppress';
import { registerSyntheticCopy } from './syntheticCopy';
import { registerVerifyKey } from './verifyKey';

/** Everything that Lockside does in text editors. */
export function registerEditorFindings(parts: Parts, pause: Pause): vscode.Disposable {
  const diagnostics = registerDiagnostics(parts, pause);
  const scans = registerScanDocuments(parts, pause);
  const states = registerVerifyKey(scans);
  return vscode.Disposable.from(
    diagnostics,
    scans,
    states,
    registerHover(parts, pause, scans, states),
    registerQuickFixes(parts, pause, scans),
    registerSuppress(parts, scans),
    registerRedactFile(parts, scans),
    registerRestoreFile(parts, scans),
    registerSyntheticCopy(parts),
    registerPasteGuard(parts),
    registerPasteSafe(parts),
    registerCopySafe(parts),
    registerCopyTerminal(parts),
    registerNotebookOutputs(parts, pause),
    registerDecorations(parts, pause),
    registerNavigation(parts),
    registerRuleFaults(parts),
  );
}
