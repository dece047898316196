import { type Html, html } from './html';
import type { View } from './view';

type Cell = string | number | Html | undefined;

export interface Column {
  readonly title: string;
  /** Set for numbers, which stand at the right. */
  readonly number?: boolean;
  /** Set where the heading is for those who listen alone: the cells hold a drawing. */
  readonly drawn?: boolean;
}

/** A table with headings for columns and rows; the first cell of a row names it. At most `mostRows`, and what is left out is told. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  view: View,
): Html {
  const shown = rows.slice(0, mostRows);
  const left = rows.length - shown.length;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table>
<caption class="unseen">${caption}</caption>
<thead><tr>${columns.map(({ title, number, drawn }) => html`<th scope="col"${attribute('class', number ? 'number' : undefined)}>${drawn ? html`<span class="unseen">${title}</span>` : title}</th>`)}</tr></thead>
<tbody>${shown.map(row => html`<tr>${row.map((cell, index) => tableCell(cell, columns[index], index === 0))}</tr>\n`)}</tbody>
</table></div>${left > 0 ? html`<p class="muted">${view.t('And {0} more, which the JSON report lists.', left)}</p>` : undefined}`;
}

const mostRows = 200;

function tableCell(cell: Cell, column: Column | undefined, first: boolean): Html {
  const style = attribute('class', column?.number ? 'number' : undefined);
  return first ? html`<th scope="row"${style}>${cell}</th>` : html`<td${style}>${cell}</td>`;
}

function attribute(name: string, value: string | undefined): Html | undefined {
  return value === undefined ? undefined : { html: ` ${name}="${value}"` };
}

/** A section with its heading; what it holds is reached by its id. */
export function section(id: string, title: string, ...content: readonly (Html | undefined)[]): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${content}
</section>`;
}

/** A state as a shape and a word. */
export function mark(state: 'good' | 'bad' | 'open', word: string): Html {
  return html`<span class="state ${state}"><span class="mark" aria-hidden="true"></span>${word}</span>`;
}

/** A text that opens something in the editor, and is a text elsewhere. What it opens is a key that the editor looks up. */
export function link(key: string, text: string, { interactive }: View): Html {
  return interactive ? html`<a href="#" data-open="${key}">${text}</a>` : html`<span class="place">${text}</span>`;
}

/** Says that there is nothing. */
export function nothing(text: string): Html {
  return html`<p class="muted">${text}</p>`;
}
