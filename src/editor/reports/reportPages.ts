import * as vscode from 'vscode';
import { dataFlowOf } from '../../audit/dataFlow/dataFlow';
import { dataFlowBody } from '../../audit/dataFlow/dataFlowBody';
import { flowStyle } from '../../audit/dataFlow/flowStyle';
import { type Html, html } from '../../audit/htmlReport/html';
import { htmlReport } from '../../audit/htmlReport/htmlReport';
import { reportBody } from '../../audit/htmlReport/reportBody';
import { reportModel } from '../../audit/htmlReport/reportModel';
import { pageStyle } from '../../audit/htmlReport/style';
import type { View } from '../../audit/htmlReport/view';
import { createPanel, framedPage, mediaFolder } from '../pageFrame';
import type { Parts } from '../parts';
import { type Gathered, gatherReport, watchEvents } from './gatherReport';
import { openReportLink } from './openReportLink';

/** What was held back, what stands in the project and what that says to auditors; it follows what is decided while it is open. */
export function openDashboard(parts: Parts): vscode.WebviewPanel {
  const title = vscode.l10n.t('Lockside Dashboard');
  return openReportPage(parts, 'lockside.dashboard', title, ({ inputs, events }) =>
    reportBody(reportModel(inputs, events), editorView()),
  );
}

/** The map of where data flows. */
export function openDataFlow(parts: Parts): vscode.WebviewPanel {
  const title = vscode.l10n.t('Lockside Data Flow');
  return openReportPage(parts, 'lockside.dataFlow', title, ({ inputs, events }) =>
    dataFlowBody(dataFlowOf(inputs, events, editorView()), editorView()),
  );
}

/** Saves the report as a page of its own, where the person says. */
export async function exportReport(parts: Parts, to?: vscode.Uri): Promise<void> {
  const file = to ?? (await askForFile());
  if (!file) return;
  const { inputs, events } = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Lockside looks through the project…') },
    () => gatherReport(parts),
  );
  const page = htmlReport(reportModel(inputs, events), { ...editorView(), interactive: false });
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(page));
  void offerToOpen(file);
}

function askForFile(): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const defaultUri = folder && vscode.Uri.joinPath(folder, 'lockside-report.html');
  return vscode.window.showSaveDialog({ filters: { HTML: ['html'] }, ...(defaultUri ? { defaultUri } : {}) });
}

async function offerToOpen(file: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  const told = vscode.l10n.t('The report is in {0}. It holds no secret and no personal data.', file.fsPath);
  if ((await vscode.window.showInformationMessage(told, open)) === open) await vscode.env.openExternal(file);
}

function editorView(): View {
  return { t: vscode.l10n.t, language: vscode.env.language, interactive: true };
}

function openReportPage(
  parts: Parts,
  id: string,
  title: string,
  draw: (gathered: Gathered) => Html,
): vscode.WebviewPanel {
  const media = mediaFolder(parts.context);
  const panel = createPanel(media, id, title);
  const { t } = vscode.l10n;
  let gathered: Gathered | undefined;
  let ready = false;
  const send = () => {
    if (ready && gathered)
      void panel.webview.postMessage({ html: draw(gathered).html, done: t('The page is up to date.') });
  };
  const look = async () => {
    if (ready) void panel.webview.postMessage({ busy: t('Lockside looks through the project…') });
    gathered = await gatherReport(parts);
    send();
  };
  const watcher = watchEvents(parts, events => {
    if (!gathered || !panel.visible) return;
    gathered = { ...gathered, events };
    send();
  });
  const receive = (message: unknown) => {
    if (typeof message !== 'object' || message === null) return;
    if ('ready' in message) {
      ready = true;
      if (gathered) send();
      else void look();
    }
    if ('refresh' in message) void look();
    if ('export' in message) void exportReport(parts);
    if ('open' in message && gathered) void openReportLink(String(message.open), gathered);
  };
  const subscription = panel.webview.onDidReceiveMessage(receive);
  panel.onDidDispose(() => vscode.Disposable.from(watcher, subscription).dispose());
  panel.webview.html = framedPage(panel.webview, media, {
    ...{ title, script: 'report.js', style: editorColours + pageStyle + flowStyle },
    body: html`<div class="tools"><button type="button" id="refresh">${t('Look again')}</button><button type="button" id="export">${t('Export report…')}</button></div>
<main id="page"><p id="waiting">${t('Lockside looks through the project…')}</p></main>
<p id="news" role="status" class="unseen"></p>`.html,
  });
  return panel;
}

/** The theme's own colours under the names that reports use. */
const editorColours = `
:root { --bg: var(--vscode-editor-background); --fg: var(--vscode-foreground); --muted: var(--vscode-descriptionForeground);
  --line: var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-editorWidget-border)));
  --raised: var(--vscode-editorWidget-background); --link: var(--vscode-textLink-foreground); --focus: var(--vscode-focusBorder);
  --held: var(--vscode-testing-iconPassed, var(--vscode-charts-green)); --asked: var(--vscode-editorWarning-foreground, var(--vscode-charts-yellow));
  --through: var(--vscode-editorError-foreground, var(--vscode-foreground));
  --font: var(--vscode-font-family); --mono: var(--vscode-editor-font-family); }
body { font-size: var(--vscode-font-size); }
body.vscode-high-contrast .tiles a { border-color: var(--vscode-contrastBorder); }
button { background: var(--vscode-button-secondaryBackground); border: 1px solid var(--vscode-contrastBorder, var(--vscode-button-border, transparent));
  border-radius: 2px; color: var(--vscode-button-secondaryForeground); cursor: pointer; font: inherit; padding: 3px 11px; }
button:hover { background: var(--vscode-button-secondaryHoverBackground); }
code { color: inherit; }
`;
