/** Puts a text into the reader's language, with `{0}` and so on replaced. */
export type Say = (message: string, ...values: (string | number)[]) => string;

/** How a report is shown: in which language, and what a click on something opens, where something can be opened. */
export interface View {
  readonly t: Say;
  /** BCP 47. */
  readonly language: string;
  /** Set where links to findings, settings and pages work: in the editor. */
  readonly interactive?: boolean;
}

/** English, as the texts stand in the code. */
export const plainView: View = { t: fill, language: 'en' };

function fill(message: string, ...values: (string | number)[]): string {
  return message.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
}
