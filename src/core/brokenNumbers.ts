import type { Detector } from './detectors/detector';
import { loadDetectors } from './detectors/load';
import type { Span } from './model';
import type { PersonalColumn } from './records/judgeTable';

/**
 * Leaves out of a column what its own name says to be another thing: a number under `cpf` that is no CPF. Only where a text has one
 * or two of them: of more, a table of people speaks for itself.
 */
export function withoutBroken(text: string, column: PersonalColumn): PersonalColumn {
  if (column.cells.length > 2 || column.concealed || !numbered.test(column.kind)) return column;
  const judges = judgesOf(column.name);
  if (judges.length === 0) return column;
  const cells = column.cells.filter(cell => judges.some(judge => accepts(judge, column.name, text, cell)));
  return cells.length === column.cells.length ? column : { ...column, cells };
}

const numbered = /\/(?:national-id|tax-id|passport|health-insurance-number)$/;

/** Detectors of one country's numbers, or of passports, that go by this name. */
function judgesOf(name: string): readonly Detector[] {
  const known = cache.get(name);
  if (known) return known;
  if (cache.size > 500) cache.clear();
  const judges = loadDetectors().filter(it => /^pii\/(?:[a-z]{2}-|passport$)/.test(it.id) && it.pattern.test(name));
  cache.set(name, judges);
  return judges;
}

const cache = new Map<string, readonly Detector[]>();

function accepts({ pattern, accept }: Detector, name: string, text: string, cell: Span): boolean {
  const value = text.slice(cell.start, cell.end);
  const probe = `${name}: ${value}`;
  const found = pattern.exec(probe);
  if (!found || !accept) return false;
  const [start, end] = [found.index, found.index + found[0].length];
  const match = { text: probe, at: start, start, end, value: found[0], groups: {}, source: undefined };
  return accept(match) !== undefined;
}
