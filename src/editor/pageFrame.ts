import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** A page of the extension's own: what it is called, what it looks like, and its one script. */
export interface PageFrame {
  readonly title: string;
  /** Files in media: what the page is drawn with. */
  readonly script: string;
  readonly stylesheet?: string;
  /** CSS as a text, where it is shared with pages that are no files. */
  readonly style?: string;
  /** What stands in the body; texts in it are escaped already. */
  readonly body: string;
}

/** The document of a webview that may load nothing but its own style and script. */
export function framedPage(webview: vscode.Webview, media: vscode.Uri, page: PageFrame): string {
  const nonce = randomBytes(16).toString('base64');
  const uri = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(media, name));
  const styles = page.style === undefined ? webview.cspSource : `'nonce-${nonce}'`;
  const policy = `default-src 'none'; style-src ${styles}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${page.stylesheet === undefined ? '' : `<link rel="stylesheet" href="${uri(page.stylesheet)}">`}
${page.style === undefined ? '' : `<style nonce="${nonce}">${page.style}</style>`}
<title>${page.title}</title>
</head>
<body>
${page.body}
<script nonce="${nonce}" src="${uri(page.script)}"></script>
</body>
</html>`;
}

/** Registers a command that opens a page, or brings it back where it is open already. */
export function registerPage(command: string, open: () => vscode.WebviewPanel): vscode.Disposable {
  let panel: vscode.WebviewPanel | undefined;
  return vscode.Disposable.from(
    vscode.commands.registerCommand(command, () => {
      if (panel) return panel.reveal();
      panel = open();
      panel.onDidDispose(() => {
        panel = undefined;
      });
    }),
    new vscode.Disposable(() => panel?.dispose()),
  );
}

/** Where pages' scripts and styles lie. */
export function mediaFolder({ extensionUri }: vscode.ExtensionContext): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'media');
}

/** An empty panel that may read that folder alone. */
export function createPanel(media: vscode.Uri, id: string, title: string): vscode.WebviewPanel {
  const panel = vscode.window.createWebviewPanel(id, title, vscode.ViewColumn.Active, {
    enableScripts: true,
    localResourceRoots: [media],
  });
  panel.iconPath = vscode.Uri.joinPath(media, 'icon.png');
  return panel;
}
