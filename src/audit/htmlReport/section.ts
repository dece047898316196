import type { Html } from './html';

/** A section before it is put into the page. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly content: Html;
}
