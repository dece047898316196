import { type AdvisoryRow, type Interval, severities } from './advisoryRow';

/** Reads `name|id aliases|severity score exploited|0<1.2;=1.3,1.4|summary`; undefined where it is none. */
export function parseStarterLine(line: string): { readonly name: string; readonly row: AdvisoryRow } | undefined {
  const [name, ids = '', worth = '', affected = '', summary = ''] = line.split('|');
  const [id, ...aliases] = ids.split(' ');
  if (!name || !id || affected === '') return undefined;
  const marks = worth.split(' ');
  const score = marks.map(Number).find(one => one > 0);
  const malicious = marks.includes('malicious');
  const parts = affected.split(';');
  const row: AdvisoryRow = {
    ...{ id, aliases, summary },
    severity: malicious ? 'critical' : (severities.find(one => marks.includes(one)) ?? 'unknown'),
    ...(score === undefined ? {} : { score }),
    ...(marks.includes('exploited') ? { exploited: true } : {}),
    ...(malicious ? { malicious } : {}),
    ranges: parts.filter(part => !part.startsWith('=')).map(parseInterval),
    versions: parts.filter(part => part.startsWith('=')).flatMap(part => part.slice(1).split(',')),
  };
  return { name, row };
}

function parseInterval(text: string): Interval {
  const [from = '0', last] = text.split('<=');
  if (last !== undefined) return { from, end: { kind: 'last', version: last } };
  const [start = '0', fixed] = text.split('<');
  return fixed === undefined ? { from: start } : { from: start, end: { kind: 'fixed', version: fixed } };
}
