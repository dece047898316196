/**
 * What the first units of a match can be, read off a pattern: for each place a table of the ASCII units that may stand
 * there, with one more entry for all others. Most keywords stand in ordinary words, and a look at the next units tells.
 */
export type Gate = readonly Uint8Array[];

/** Reads as many units off a pattern's beginning as are certain; none where it begins with what this doesn't know. */
export function gateOf({ source, flags }: RegExp): Gate {
  return /[uv]/.test(flags) ? [] : readChoice(source, flags.replace(/[^is]/g, '')).units;
}

/** False where a match can't begin at `at`. */
export function passes(gate: Gate, text: string, at: number): boolean {
  if (at + gate.length > text.length) return false;
  for (let i = 0; i < gate.length; i++) {
    const code = text.charCodeAt(at + i);
    if ((gate[i] as Uint8Array)[code < 128 ? code : 128] === 0) return false;
  }
  return true;
}

/** The units that a part of a pattern begins with, and whether these are all it can match. */
interface Reading {
  readonly units: Gate;
  readonly whole: boolean;
}

/** More than a long hash has; what comes later hardly ever decides. */
const deepest = 40;
const nothing: Reading = { units: [], whole: false };

function readChoice(source: string, flags: string): Reading {
  const readings = alternatives(source).map(it => readSequence(it, flags));
  const first = readings[0] ?? nothing;
  if (readings.length === 1) return first;
  const length = Math.min(...readings.map(it => it.units.length));
  return {
    units: first.units.slice(0, length).map((_, at) => united(readings.map(it => it.units[at] as Uint8Array))),
    whole: readings.every(it => it.whole && it.units.length === length),
  };
}

function readSequence(source: string, flags: string): Reading {
  const units: Uint8Array[] = [];
  for (let at = 0; at < source.length; ) {
    const part = readPart(source, at, flags);
    if (!part || units.length > deepest) return { units, whole: false };
    const count = readCount(source, part.end);
    for (let i = 0; i < count.least; i++) {
      units.push(...part.units);
      if (!part.whole) return { units, whole: false };
    }
    if (!count.exact) return { units, whole: false };
    at = count.end;
  }
  return { units, whole: true };
}

const unit = /\\[dwsDWS]|\\[nrt]|\\[^A-Za-z0-9]|\[(?:\\.|[^\]\\])+\]|[^\\^$.*+?()[\]{}|]|\./y;
const assertion = /\(\?<?[!=]/y;
const group = /\((?:\?:|\?<[a-z]+>)?/iy;

/** One unit, or a group; an assertion takes no room. Undefined for a back reference, a border, and the like. */
function readPart(source: string, at: number, flags: string): (Reading & { end: number }) | undefined {
  const single = sticky(unit, source, at);
  if (single) return { units: [tableOf(single, flags)], whole: true, end: at + single.length };
  if (source[at] !== '(') return undefined;
  const end = closing(source, at) + 1;
  if (sticky(assertion, source, at)) return { units: [], whole: true, end };
  return { ...readChoice(source.slice(at + sticky(group, source, at).length, end - 1), flags), end };
}

function readCount(source: string, at: number): { least: number; exact: boolean; end: number } {
  const [all = '', least, rest] = /^(?:\{(\d+)(,\d*)?\}\??|[?*+]\??)/.exec(source.slice(at, at + 16)) ?? [];
  if (all === '') return { least: 1, exact: true, end: at };
  return {
    least: Number(least ?? (all[0] === '+' ? 1 : 0)),
    exact: least !== undefined && !rest,
    end: at + all.length,
  };
}

/** The parts between the bars that stand in no group. */
function alternatives(source: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < source.length; at = after(source, at)) {
    if (source[at] !== '|') continue;
    parts.push(source.slice(from, at));
    from = at + 1;
  }
  return [...parts, source.slice(from)];
}

/** Where the group that opens at `at` closes. */
function closing(source: string, at: number): number {
  let end = at + 1;
  while (end < source.length && source[end] !== ')') end = after(source, end);
  return end;
}

/** Past whatever stands at `at`: a unit, a class, an escape, a group. */
function after(source: string, at: number): number {
  if (source[at] === '(') return closing(source, at) + 1;
  return at + Math.max(1, sticky(unit, source, at).length, source[at] === '\\' ? 2 : 1);
}

const tables = new Map<string, Uint8Array>();

function tableOf(single: string, flags: string): Uint8Array {
  const known = tables.get(flags + single);
  if (known) return known;
  const expression = new RegExp(`^${single}$`, flags);
  const made = new Uint8Array(129);
  for (let code = 0; code < 129; code++) made[code] = expression.test(String.fromCharCode(code)) ? 1 : 0;
  // Whatever takes one unit beyond ASCII may take any.
  if (/^(?:\[\^|\.)|\\[DWSsux]|[^ -~]/.test(single)) made[128] = 1;
  tables.set(flags + single, made);
  return made;
}

function united(several: readonly Uint8Array[]): Uint8Array {
  const first = several[0] as Uint8Array;
  if (several.every(it => it === first)) return first;
  const made = new Uint8Array(129);
  for (const table of several) for (let code = 0; code < 129; code++) if (table[code] === 1) made[code] = 1;
  return made;
}

function sticky(expression: RegExp, text: string, at: number): string {
  expression.lastIndex = at;
  return expression.exec(text)?.[0] ?? '';
}
