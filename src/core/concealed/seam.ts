import type { Span } from '../model';

/** What a person or a program has put into a text, or in the place of a letter: where the text goes on as if it weren't there. */
export interface Seam extends Span {
  /** What stands there once it is undone; often nothing. */
  readonly to: string;
  readonly how: How;
}

/** How something stands in a text; said to the person. */
export type How =
  | 'in pieces'
  | 'escaped'
  | 'percent-encoded'
  | 'in quoted-printable'
  | 'with invisible characters inside'
  | 'amid colours'
  | 'amid marks'
  | 'in full-width letters'
  | 'in letters of another form'
  | 'in UTF-16'
  | 'broken over lines';
