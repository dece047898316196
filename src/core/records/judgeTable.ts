import type { Severity, Span, Tier } from '../model';
import type { Column, Table } from './table';
import { type Check, type Evidence, evidence, isBlank, isFullName, isShapedName } from './values';

/** A column or field whose values are personal data, all of them at once. */
export interface PersonalColumn {
  /** A detector's id, such as `pii/person-name`. */
  readonly kind: `${'pii' | 'secret'}/${string}`;
  readonly title: string;
  readonly severity: Severity;
  readonly tier: Tier;
  /** One clause, without a value: "the column is called last_name; 9,812 of 10,000 values fit". */
  readonly reason: string;
  /** The values alone, without quotes, in the order of the text. */
  readonly cells: readonly Span[];
  /** Where the column's name stands, if it stands once. */
  readonly header?: Span;
  /** The name of the column or field. */
  readonly name: string;
  /** Set where the values aren't what the name says, but hide it. */
  readonly concealed?: boolean;
}

/** Tells which columns of a table hold what their names say. */
export function judgeTable(text: string, table: Table): PersonalColumn[] {
  const counted = table.columns.map(column => count(text, column)).filter(it => it.seen > 0);
  // What is about somebody may be a list.
  const rows = counted.filter(isWho).reduce((most, it) => Math.max(most, it.column.cells.length), 0);
  const firm = counted.filter(it => isWho(it) && isFirm(it));
  const personal = rows < 3 ? single(counted, firm) : many(text, counted, firm, table);
  const keys = table.layout === 'rows' ? counted.filter(it => isKey(it) && isFirm(it)) : [];
  return [...personal.filter(it => !keys.includes(it)), ...keys]
    .map(it => toColumn(text, it, table))
    .filter(it => it.cells.length > 0);
}

/** What the values of a column say together; at most `maxSeen` are looked at, evenly over the column. */
interface Counted {
  readonly column: Column;
  readonly seen: number;
  readonly formed: number;
  readonly strong: number;
  readonly fullNames: number;
  /** Of a name that other things have too: those that are written as a person's whole name is. */
  readonly shaped: number;
  readonly distinct: number;
}

const maxSeen = 300;

function count(text: string, column: Column): Counted {
  const { cells, kind } = column;
  const step = Math.max(1, cells.length / maxSeen);
  const values = new Set<string>();
  let seen = 0;
  let formed = 0;
  let strong = 0;
  let fullNames = 0;
  let shaped = 0;
  for (let at = 0; at < cells.length; at += step) {
    const { start, end } = cells[Math.floor(at)] as Span;
    const value = text.slice(start, end);
    if (isBlank(value)) continue;
    const found: Evidence = evidence(kind.kind.check, value);
    seen++;
    values.add(value);
    if (found > 0) formed++;
    if (found > 1) strong++;
    if (kind.weak && found > 1 && kind.kind.check === 'name' && isFullName(value)) fullNames++;
    if (kind.weak && found > 0 && kind.kind.check === 'name' && isShapedName(value)) shaped++;
  }
  return { column, seen, formed, strong, fullNames, shaped, distinct: values.size };
}

function isKey({ column }: Counted): boolean {
  return column.kind.kind.role === 'key';
}

function isWho({ column }: Counted): boolean {
  return column.kind.kind.role === 'who';
}

/** Whether a column's values show by themselves that its name says the truth. */
function isFirm({ column, seen, formed, strong, fullNames }: Counted): boolean {
  const { kind, weak } = column.kind;
  const share = formed / seen;
  if (share < 0.6) return false;
  if (kind.check === 'name') return weak ? fullNames / seen >= 0.5 : strong / seen >= 0.12;
  if (kind.check === 'id' || kind.check === 'record') return !weak && share >= 0.7;
  return strong / seen >= (weak ? 0.5 : 0.3);
}

/** Whether they do so beside others that do. */
function isBacked({ column, seen, formed, strong, shaped }: Counted, firm: readonly Counted[]): boolean {
  const { kind, weak } = column.kind;
  const share = formed / seen;
  if (kind.check !== 'name' || !weak) return share >= 0.6;
  // Shops have names, addresses and telephones too, but neither birthdays nor papers.
  const others = firm.filter(it => it.column !== column && it.column.kind.kind.check !== 'name');
  const born = others.some(it => /date-of-birth|national-id|passport|medical|licence$/.test(it.column.kind.kind.id));
  const reached = others.some(isTelling) && new Set(others.map(it => it.column.kind.kind.id)).size > 1;
  return (share >= 0.6 && strong / seen >= 0.3) || (share >= 0.8 && born) || (shaped / seen >= 0.8 && reached);
}

/** Three rows or more: a column counts by its share. */
function many(text: string, counted: readonly Counted[], firm: readonly Counted[], table: Table): readonly Counted[] {
  const carrying = firm.filter(it => it.column.cells.length >= 3 && it.distinct >= 3 && carries(it, table));
  if (carrying.length === 0 || isCredits(text, table, firm)) return [];
  return counted.filter(it => carrying.includes(it) || (!isKey(it) && isBacked(it, firm)));
}

/** Addresses of mail and such are found one by one; whole columns of them tell of records only where there are rows. */
function carries({ column }: Counted, table: Table): boolean {
  return table.layout === 'rows' || !/\/(?:email|phone)$/.test(column.kind.kind.id);
}

/** Authors of packages and papers stand by name and address of mail, on purpose. */
function isCredits(text: string, table: Table, firm: readonly Counted[]): boolean {
  if (table.layout === 'rows' || firm.some(it => !/\/(?:person-name|email)$/.test(it.column.kind.kind.id)))
    return false;
  const first = Math.min(...firm.map(it => it.column.cells[0]?.start ?? 0));
  return /\b(?:authors?|contributors?|maintainers?|credits|committers?|reviewers?|copyright)\b/i.test(
    text.slice(Math.max(0, first - 300), first),
  );
}

/** One or two records: somebody's name, and what says where, when or under which number. */
function single(counted: readonly Counted[], firm: readonly Counted[]): readonly Counted[] {
  const named = firm.some(it => it.column.kind.kind.check === 'name');
  const kinds = new Set(firm.map(it => it.column.kind.kind.id));
  const hard =
    counted.some(
      it =>
        (it.strong === it.seen && telling.test(it.column.kind.kind.id)) ||
        (it.formed === it.seen && apart.test(it.column.kind.kind.id)),
    ) || firm.some(it => /^(?:id|record)$/.test(it.column.kind.kind.check));
  // Most people's names are in no list; beside two other things that hold what they say, a name's field does too.
  const called = counted.some(
    ({ column: { kind }, formed, seen, shaped }) =>
      kind.kind.check === 'name' && (kind.weak ? shaped === seen && firm.some(isTelling) : formed === seen),
  );
  return (named && hard) || kinds.size >= (called ? 2 : 4)
    ? counted.filter(it => !isKey(it) && isBacked(it, firm))
    : [];
}

function isTelling({ column: { kind } }: Counted): boolean {
  return telling.test(kind.kind.id) || kind.kind.check === 'id';
}

/** What beside a name tells of a person, where its value shows that it is one. */
const telling =
  /address|date-of-birth|card|iban|phone|fax|health|religion|ethnicity|political-opinion|sexual-orientation$/;
/** What hardly anything but a person's record has as a name of a field. */
const apart = /trade-union|criminal-record|genetic-data|biometric-data|neural-data$/;

function toColumn(text: string, { column, seen, formed, strong }: Counted, table: Table): PersonalColumn {
  const { name, header, kind, cells } = column;
  const { id, title, severity, tier } = kind.kind;
  const all = seen >= cells.length ? '' : ' looked at';
  const what = table.layout === 'rows' ? 'column' : 'field';
  const reason = `the ${what} is called ${name.slice(0, 40)}; ${formed.toLocaleString('en')} of ${seen.toLocaleString('en')} values${all} fit`;
  return {
    kind: id,
    title,
    severity,
    tier: kind.weak && strong / seen < 0.5 ? 'possible' : tier,
    reason,
    cells: cells.filter(it => (kind.kind.role === 'key' ? isKept(text, it, kind.kind.check) : !isNone(text, it))),
    ...(header ? { header } : {}),
    name,
  };
}

/** Among passwords, words such as "none" or "as above" are none. */
function isKept(text: string, { start, end }: Span, check: Check): boolean {
  return evidence(check, text.slice(start, end)) > 0;
}

/** Only short values, and those that begin with a sign, can stand for none. */
function isNone(text: string, { start, end }: Span): boolean {
  const first = text.charCodeAt(start);
  const sign = first < 48 && first !== 43 && first !== 40;
  return (end - start <= 9 || sign || first === 123 || first === 60) && isBlank(text.slice(start, end));
}
