import { printable } from '../../core/printable';

/** A piece of HTML or SVG that may stand in a page as it is. */
export interface Html {
  readonly html: string;
}

type Piece = Html | string | number | undefined | readonly Piece[];

/** Markup with values in it: texts are escaped, pieces of markup stand as they are, lists one after the other. */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Html {
  return { html: String.raw({ raw: strings }, ...values.map(written)) };
}

function written(value: Piece): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escaped(value);
  return 'html' in value ? value.html : value.map(written).join('');
}

/** Also without control and direction characters, which could show something else than there is. */
function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
}
