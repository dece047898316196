import * as vscode from 'vscode';
import { commands } from '../../contributes';
import { registerPage } from '../pageFrame';
import type { Parts } from '../parts';
import { loadReportPages } from './loadReportPages';

/** The commands of the dashboard, the data-flow map and the report. */
export function registerDashboard(parts: Parts): vscode.Disposable {
  return vscode.Disposable.from(
    registerPage(commands.showDashboard, () => loadReportPages().openDashboard(parts)),
    registerPage(commands.showDataFlow, () => loadReportPages().openDataFlow(parts)),
    vscode.commands.registerCommand(commands.exportReport, (to?: unknown) =>
      loadReportPages().exportReport(parts, to instanceof vscode.Uri ? to : undefined),
    ),
  );
}
