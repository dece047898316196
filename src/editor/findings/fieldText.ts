import * as vscode from 'vscode';
import { lawsOf, shortLaw } from '../../core/records/laws';
import type { ShownField } from './shownFindings';

/** "Column email (email address, 10,000 values)", without any of them; the name is the text's own. */
export function fieldName({ all, field }: ShownField): string {
  const { t } = vscode.l10n;
  const name = shortened(field.name);
  const kind = field.title;
  const count = all.length.toLocaleString(vscode.env.language);
  return field.header
    ? t('Column {0} ({1}, {2} values)', name, kind, count)
    : t('Field {0} ({1}, {2} values)', name, kind, count);
}

function shortened(name: string): string {
  return name.length <= longestName ? name : `${name.slice(0, longestName - 1)}…`;
}

const longestName = 24;

/** What a text's columns hold, as a table in Markdown: names, kinds, how many values, and the laws that name them. */
export function fieldTable(fields: readonly ShownField[]): string {
  const { t } = vscode.l10n;
  const head = [t('Column'), t('Holds'), t('Values'), t('Law')];
  const rows = fields
    .slice(0, mostRows)
    .map(({ field, all }) => [
      escapedCell(shortened(field.name)),
      field.title,
      all.length.toLocaleString(vscode.env.language),
      [...new Set(lawsOf(field.detector).map(shortLaw))].join(', '),
    ]);
  const lines = [head, ['---', '---', '--:', '---'], ...rows].map(cells => `| ${cells.join(' | ')} |`);
  const more = fields.length > mostRows ? `\n\n${t('and {0} more', fields.length - mostRows)}` : '';
  return `${lines.join('\n')}${more}`;
}

const mostRows = 20;

/** A name comes from the text, so it is shown as it stands. */
function escapedCell(name: string): string {
  return name.replace(/[\\`*_{}[\]()#+\-.!<>|$~&]/g, '\\$&').replace(/\s+/g, ' ');
}
