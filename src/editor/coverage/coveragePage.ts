import * as vscode from 'vscode';
import { commands } from '../../contributes';
import { createPanel, framedPage, mediaFolder, registerPage } from '../pageFrame';
import type { Parts } from '../parts';
import { applyRemedy } from './applyRemedy';
import { type ClientCoverage, watchClients } from './clientCoverage';
import type { CoverageRow } from './coverage';
import type { Coverage } from './coverageFacts';
import { watchCoverage } from './coverageFacts';
import { stateText } from './coverageText';

/** The page that explains each way out and offers what closes it; it follows the window while it is open. */
export function registerCoveragePage(parts: Parts): vscode.Disposable {
  return registerPage(commands.showCoverage, () => openPage(parts));
}

function openPage(parts: Parts): vscode.WebviewPanel {
  const media = mediaFolder(parts.context);
  const title = vscode.l10n.t('Lockside Coverage');
  const panel = createPanel(media, 'lockside.coverage', title);
  const coverage = watchCoverage(parts);
  const clients = watchClients(parts);
  const send = () => void panel.webview.postMessage(contentOf(parts, coverage, clients));
  const subscriptions = vscode.Disposable.from(
    coverage,
    coverage.onDidChange(send),
    clients,
    clients.onDidChange(send),
    panel.webview.onDidReceiveMessage(message => receive(message, [coverage, clients], send)),
  );
  panel.onDidDispose(() => subscriptions.dispose());
  panel.webview.html = framedPage(panel.webview, media, {
    ...{ title, script: 'coverage.js', stylesheet: 'coverage.css' },
    body,
  });
  return panel;
}

/** The page can only say which row's button was pressed; what that does is looked up here. */
async function receive(
  message: unknown,
  sources: readonly (Coverage | ClientCoverage)[],
  send: () => void,
): Promise<void> {
  if (typeof message !== 'object' || message === null) return;
  if ('ready' in message) send();
  if (!('row' in message)) return;
  const remedy = sources
    .flatMap<Pick<CoverageRow, 'remedy'> & { id: string }>(source => source.rows())
    .find(({ id }) => id === message.row)?.remedy;
  if (remedy) await applyRemedy(remedy);
}

function contentOf(parts: Parts, coverage: Coverage, clients: ClientCoverage) {
  const { guardedModels } = parts.activity;
  return {
    title: vscode.l10n.t('What Lockside guards in this window'),
    intro: vscode.l10n.t(
      'Each row is a way from your files to an AI model, for the model and settings of this moment. Nothing is changed unless you press a button and confirm.',
    ),
    models:
      guardedModels.length > 0
        ? vscode.l10n.t('Guarded models on offer: {0}', guardedModels.join(', '))
        : vscode.l10n.t('No guarded models are on offer, because VS Code offers no chat model yet.'),
    columns: [vscode.l10n.t('Way out'), vscode.l10n.t('State'), vscode.l10n.t('Why'), vscode.l10n.t('Close it')],
    legend: vscode.l10n.t('“Unproven” means that it should be guarded, but nothing in this window has shown it yet.'),
    rows: [...coverage.rows(), ...clients.rows()].map(({ id, title, state, why, remedy }) => ({
      id,
      title,
      state,
      word: stateText(state).word,
      why,
      button: remedy?.label,
      buttonLabel: remedy && `${title}: ${remedy.label}`,
    })),
  };
}

const body = `<main>
<h1 id="title"></h1>
<p id="intro"></p>
<p id="models"></p>
<table aria-labelledby="title"><thead><tr></tr></thead><tbody></tbody></table>
<p id="legend"></p>
<p id="news" role="status" class="unseen"></p>
</main>`;
