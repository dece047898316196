import * as vscode from 'vscode';
import type { Totals } from './shownFindings';

/** "1 finding", "4 findings". */
export function findingCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', count);
}

/** "4 findings in 3 files, 2 not scanned." */
export function totalsText({ findings, files, faults }: Totals): string {
  const found = findings === 0 ? vscode.l10n.t('No findings') : inFiles(findingCount(findings), files);
  return faults > 0 ? vscode.l10n.t('{0}, {1} not scanned.', found, faults) : `${found}.`;
}

function inFiles(found: string, files: number): string {
  return files === 1 ? vscode.l10n.t('{0} in 1 file', found) : vscode.l10n.t('{0} in {1} files', found, files);
}
