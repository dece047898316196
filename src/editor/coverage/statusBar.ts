import * as vscode from 'vscode';
import { commands } from '../../contributes';
import { totalsText } from '../findings/countText';
import { type Totals, totals } from '../findings/shownFindings';
import type { Parts } from '../parts';
import { type CoverageRow, openCount } from './coverage';
import { watchCoverage } from './coverageFacts';
import { coverageTooltip } from './coverageText';
import { type Status, statusOf } from './status';

/** The one status item: what is guarded and what is not, at a glance. A click opens the menu. */
export function registerStatusBar(parts: Parts, isPaused: () => boolean): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('lockside.status', vscode.StatusBarAlignment.Right, 99);
  const coverage = watchCoverage(parts);
  let ready = false;
  const show = () => {
    const rows = coverage.rows();
    const counts = totals(parts.findings);
    const status = statusOf(
      {
        ready,
        trusted: vscode.workspace.isTrusted,
        paused: isPaused(),
        settingsFaults: parts.settings.faults().filter(({ code }) => code === 'settings').length,
        unguarded: parts.activity.lastPrompt === 'unguarded',
        open: openCount(rows),
        unproven: rows.some(({ state, outside }) => state === 'unproven' && !outside),
        findings: counts.findings,
      },
      vscode.l10n.t,
    );
    paint(item, status, rows, counts);
  };
  item.name = 'Lockside';
  item.command = commands.showMenu;
  show();
  item.show();
  void parts.settings.ready.then(() => {
    ready = true;
    show();
  });
  return vscode.Disposable.from(item, coverage, coverage.onDidChange(show), parts.findings.onDidChange(show));
}

function paint(item: vscode.StatusBarItem, status: Status, rows: readonly CoverageRow[], counts: Totals): void {
  item.text = status.text;
  item.backgroundColor = status.alarm ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  const found = totalsText(counts);
  item.tooltip = coverageTooltip(rows, [`Lockside: ${status.says}`, found]);
  item.accessibilityInformation = { label: `Lockside: ${status.says} ${found}`, role: 'button' };
}
