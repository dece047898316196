import { columnOf } from './columns';
import type { PersonalColumn } from './judgeTable';
import { loneColumns, speaks } from './lone';
import type { Column } from './table';
import { evidence } from './values';

/** A name and a value that belong together though no sign of an assignment stands between. */
interface Pair {
  readonly name: string;
  /** Span of the value. */
  readonly start: number;
  readonly end: number;
}

/**
 * Names and values as lists of settings, property lists, headers, definitions, setters, defaults and terminals have them: `name: X`
 * above `value: y`, `<key>X</key><string>y</string>`, `#define X "y"`, `setX("y")`, `env.X || "y"`, `echo $X` above its answer.
 */
function pairsIn(text: string): Pair[] {
  const found: Pair[] = [];
  for (const { sign, before, behind } of shapes) {
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length)) {
      const from = at + sign.length;
      behind.lastIndex = from;
      const value = behind.exec(text);
      if (!value) continue;
      const groups = value.groups ?? {};
      const name = before?.exec(text.slice(Math.max(0, at - reach), at))?.[1] ?? groups.name;
      const said = groups.value?.trimEnd();
      if (name === undefined || !said) continue;
      const start = from + value[0].length - (groups.rest ?? '').length - (groups.value ?? '').length;
      found.push({ name: name.slice(name.lastIndexOf('.') + 1), start, end: start + said.length });
    }
  }
  return found;
}

const reach = 110;

interface Shape {
  readonly sign: string;
  /** What stands before the sign, its name a group. */
  readonly before?: RegExp;
  readonly behind: RegExp;
}

const literal = /\\?["']?\s?(?:[:=,]|=>)\s{0,4}\\?["']?(?<value>[^"'\n\\<>{}$]{3,200})(?<rest>)/y;
const quoted = /\s?(?<quote>["'])(?<value>[^"'\n\\]{3,200})(?<rest>["'])/y;
const element = /(?<value>[^<>\n]{3,200})(?<rest><)/y;
const named =
  /(?:name|key|field|column|label|id)\\?["']?\s?[:=]\s?\\?["']?([A-Za-z][\w.-]{1,48})\\?["']?\s{0,3}[,;]?\s{1,40}(?:-\s)?\\?["']?$/i;

const shapes: readonly Shape[] = [
  { sign: 'value', before: named, behind: literal },
  { sign: 'default ', before: /variable\s"([\w-]{2,48})"\s\{[^{}]{0,80}$/, behind: literal },
  { sign: '<string>', before: /<key>([\w .-]{2,48})<\/key>\s{0,20}$/, behind: element },
  { sign: '<dd>', before: /<dt>([\w .-]{2,48})<\/dt>\s{0,20}$/, behind: element },
  { sign: '#define ', behind: /(?<name>\w{2,48})\s{1,8}"(?<value>[^"\n\\]{3,200})(?<rest>")/y },
  { sign: 'define(', behind: /\s?["'](?<name>\w{2,48})["']\s?,\s?["'](?<value>[^"'\n\\]{3,200})(?<rest>["'])/y },
  { sign: '.set', behind: /(?<name>[A-Z]\w{2,40})\(\s?["'](?<value>[^"'\n\\]{3,200})(?<rest>["'])/y },
  { sign: '|| ', before: /([A-Za-z]\w{1,48})\s?$/, behind: quoted },
  { sign: '?? ', before: /([A-Za-z]\w{1,48})\s?$/, behind: quoted },
  { sign: 'str =', before: /([A-Za-z]\w{1,48})\s?:\s?&(?:'static )?$/, behind: quoted },
  { sign: 'tring =', before: /([A-Za-z]\w{1,48})\s?:\s?[sS]$/, behind: quoted },
  { sign: 'echo ', behind: /"?\$\{?(?<name>\w{2,48})\}?"?\n(?: {0,6}\d{1,6}[\t→])?(?<value>[^\n]{3,200})(?<rest>)/y },
];

/** What such values say of a person by themselves. */
export function personsInPairs(text: string): PersonalColumn[] {
  const columns = pairsIn(text).flatMap(({ name, start, end }): Column[] => {
    const kind = columnOf(name);
    return kind ? [{ name, kind, cells: [{ start, end }] }] : [];
  });
  return loneColumns(text, columns, (column, value) => speaks(column, value) || isFormed(column, value));
}

/** Numbers and days of which no detector reads the name there; those with a checksum are looked at again. */
function isFormed({ kind: { kind, weak } }: Column, value: string): boolean {
  if (weak || !numbers.test(kind.id)) return false;
  const found = evidence(kind.check, value);
  return (
    found === 2 || (found === 1 && /^(?:id|record)$/.test(kind.check) && /\d{4}/.test(value.replace(/[ .-]/g, '')))
  );
}

const numbers =
  /\/(?:national-id|tax-id|passport|date-of-birth|medical-record-number|vehicle-identification-number|health-insurance-number|phone)$/;
