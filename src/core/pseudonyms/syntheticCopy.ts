import type { Fingerprinter } from '../model';
import type { Scanner } from '../scan';
import { labelled } from './label';
import { withRows } from './rows';
import { type Synthesized, synthesize } from './synthesize';
import { createSynthesizer } from './synthetic';

export interface SyntheticCopyOptions {
  /** By its ending the format is known. */
  readonly path: string;
  readonly scanner: Scanner;
  /** The same key gives the same copy. */
  readonly fingerprint: Fingerprinter;
  /** How many rows a table shall have; as many as it has unless given. */
  readonly rows?: number | undefined;
}

/** A text's synthetic copy with its label, or why there is none: for a person. */
export function syntheticCopy(
  text: string,
  { path, scanner, fingerprint, rows }: SyntheticCopyOptions,
): Synthesized | { readonly error: string } {
  const { findings, faults } = scanner.scan(text, { path, leaving: true });
  if (faults[0]) return { error: `not scanned as a whole: ${faults[0].message}` };
  const rounds: Synthesized[] = [];
  const round = (number: number) => {
    // Each round is keyed anew, so that its people are others.
    const made = synthesize(
      text,
      findings,
      createSynthesizer((id, value) => fingerprint(id, `${number}\0${value}`)),
    );
    rounds.push(made);
    return made.text;
  };
  const out = rows === undefined ? round(0) : withRows(rows, path, round);
  if (out === undefined) return { error: 'rows can be counted in CSV, TSV and NDJSON only' };
  const remaining = Math.max(...rounds.map(it => it.remaining));
  if (remaining > 0)
    return { error: `${remaining} of the values that were found still stood in the copy, so that it was thrown away` };
  return { ...(rounds[0] as Synthesized), text: labelled(out, path) };
}
