import * as vscode from 'vscode';
import { createPanel, framedPage, mediaFolder } from '../pageFrame';

/** A cell: its text, a mark that tells a state, and what a press on it does. */
export interface Cell {
  readonly text: string;
  readonly state?: 'good' | 'bad' | 'note';
  /** Done when the person presses it. */
  readonly run?: () => unknown;
}

export interface Section {
  readonly title: string;
  /** One or two sentences before the table. */
  readonly text?: string;
  readonly columns?: readonly string[];
  readonly rows?: readonly (readonly Cell[])[];
  /** What stands there where there are no rows. */
  readonly empty?: string;
  readonly buttons?: readonly { readonly label: string; readonly run: () => unknown }[];
}

export interface Tables {
  readonly title: string;
  readonly intro: string;
  readonly sections: readonly Section[];
}

export interface TablesPage {
  readonly panel: vscode.WebviewPanel;
  show(tables: Tables): void;
}

/** Opens a page of titled tables in the theme's own colours. What a press does is looked up here: the page can only say which. */
export function openTablesPage(context: vscode.ExtensionContext, id: string, tables: Tables): TablesPage {
  const media = mediaFolder(context);
  const panel = createPanel(media, id, tables.title);
  let actions: readonly (() => unknown)[] = [];
  let shown = tables;
  const send = () => {
    const gathered: (() => unknown)[] = [];
    const content = contentOf(shown, gathered);
    actions = gathered;
    void panel.webview.postMessage(content);
  };
  panel.webview.onDidReceiveMessage((message: unknown) => {
    if (typeof message !== 'object' || message === null) return;
    if ('ready' in message) send();
    if ('action' in message && typeof message.action === 'number') void actions[message.action]?.();
  });
  panel.webview.html = framedPage(panel.webview, media, {
    ...{ title: tables.title, script: 'tables.js', stylesheet: 'tables.css' },
    body,
  });
  return {
    panel,
    show(next) {
      shown = next;
      send();
    },
  };
}

/** The tables as plain data: what can be pressed has a number. */
function contentOf({ title, intro, sections }: Tables, actions: (() => unknown)[]) {
  const numbered = (run: (() => unknown) | undefined) => (run ? actions.push(run) - 1 : undefined);
  const words = { good: vscode.l10n.t('fine'), bad: vscode.l10n.t('missing or wrong'), note: '' };
  return {
    title,
    intro,
    sections: sections.map(({ title, text = '', columns = [], rows = [], empty = '', buttons = [] }) => ({
      ...{ title, text, columns, empty },
      rows: rows.map(row =>
        row.map(({ text, state, run }) => ({ text, state, word: state && words[state], action: numbered(run) })),
      ),
      buttons: buttons.map(({ label, run }) => ({ label, action: numbered(run) })),
    })),
  };
}

const body = `<main>
<h1 id="title"></h1>
<p id="intro"></p>
<div id="sections"></div>
</main>`;
