import { createHash } from 'node:crypto';
import { html } from './html';
import { reportBody } from './reportBody';
import type { ReportModel } from './reportModel';
import { fileColours, pageStyle } from './style';
import { plainView } from './view';

/** The report as a page of its own: it asks for nothing, runs nothing, prints, and follows light and dark. */
export function htmlReport(model: ReportModel, view = plainView): string {
  const title = view.t('Lockside report: {0}', model.workspace);
  return htmlPage(title, view.language, html`<main>${reportBody(model, view)}</main>`);
}

/** A page with the reports' style and nothing that could be fetched or run. */
function htmlPage(title: string, language: string, body: ReturnType<typeof html>): string {
  const style = fileColours + pageStyle;
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
${body}
</body>
</html>
`.html;
}
