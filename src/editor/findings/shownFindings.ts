import type * as vscode from 'vscode';
import { gatherFields, isTable, type Shown } from '../../core/fields';
import type { Decision, Fault, Field, Span } from '../../core/model';
import type { FileFindings, FindingsStore } from '../parts';

/**
 * The decisions that views show: what the policy lets go or only logs stays quiet, and so does what is merely possible, unless
 * it is a column of a table that is told.
 */
export function shownFindings(file: FileFindings): readonly Decision[] {
  return file.decisions.filter(isShown);
}

function isShown({ action, finding }: Decision): boolean {
  return action !== 'allow' && action !== 'log' && (finding.tier !== 'possible' || isTable(finding.field));
}

export type ShownItem = Shown<Decision>;
/** A whole column. */
export type ShownField = ShownItem & { readonly field: Field };

/** The same as a person counts them: a column of a table is one thing, however many values it has. */
export function shownItems(file: FileFindings): readonly ShownItem[] {
  const known = items.get(file);
  if (known) return known;
  const made = gatherFields(shownFindings(file), ({ finding }) => finding.field);
  items.set(file, made);
  return made;
}

/** Views ask for it again and again, and a table has a hundred thousand values. */
const items = new WeakMap<FileFindings, readonly ShownItem[]>();

/** The columns among them. */
export function shownFields(file: FileFindings): ShownField[] {
  return shownItems(file).filter(isField);
}

export function isField(item: ShownItem): item is ShownField {
  return item.field !== undefined;
}

/** What is shown at some place of the text: at a value, or at the name of its column. */
export function itemsAt(file: FileFindings, start: number, end = start): ShownItem[] {
  const touches = (span: Span) => span.start <= end && span.end >= start;
  return shownItems(file).filter(
    ({ all, field }) => (field?.header && touches(field.header)) || all.some(({ finding }) => touches(finding)),
  );
}

/** Where an item is told: at the name of its column, else at its first value. */
export function shownAt(file: FileFindings, { first, field }: ShownItem): vscode.Range {
  return file.place(field?.header ?? first.finding);
}

/** Why (a part of) a file was not scanned; what is wrong with its suppressions is another matter. */
export function notScanned(file: FileFindings): Fault[] {
  return file.faults.filter(({ code }) => code !== 'suppression' && code !== 'settings');
}

export interface Totals {
  readonly findings: number;
  /** Files with at least one finding that is shown. */
  readonly files: number;
  /** Files that could not be scanned, or not wholly. */
  readonly faults: number;
}

/** The counts that every view shows. */
export function totals(store: FindingsStore): Totals {
  const shown = Array.from(store.all(), file => ({
    count: shownItems(file).length,
    fault: notScanned(file).length > 0,
  }));
  return {
    findings: shown.reduce((sum, { count }) => sum + count, 0),
    files: shown.filter(({ count }) => count > 0).length,
    faults: shown.filter(({ fault }) => fault).length,
  };
}
