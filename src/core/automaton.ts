import { isInRun, shortestRun } from './concealed/tokenUnits';
import { tellingUnits } from './foreignUnits';

/** All keywords in one pass: a dense automaton that reads each unit of a text once. Case is folded; non-ASCII is one class. */
export interface Automaton {
  /**
   * Goes on in `text` from the cursor to the next place before `to` where words end, and returns their ids; the cursor then
   * stands behind them. Undefined where there is none: the cursor then stands at `to`, and can go on in what follows.
   */
  next(cursor: Cursor, text: string, to: number): readonly number[] | undefined;
}

/** Where a pass stands; `state` is 0 at first. */
export interface Cursor {
  at: number;
  state: number;
  /** How many units of a run of base64's letters stand before `at`. */
  run?: number;
  /** Where given, the pass adds where each run begins that is long enough to matter: to count along costs next to nothing. */
  readonly runs?: number[];
  /** The marks of all units so far. */
  seen?: number;
}

/** Set in a cursor's `seen` once a unit beyond ASCII was met, and once a telling one. */
export const marks = { foreign: 1 << 8, telling: 1 << 9 } as const;

/** Builds the automaton of `words` (in lower case, none empty); a word's id is its index. */
export function createAutomaton(words: readonly string[]): Automaton {
  const classes = classMap(words);
  const width = classes.reduce((most, it) => Math.max(most, it), 0) + 1;
  const machine = link(plant(words, classes), marked(classes), width);
  return { next: (cursor, text, to) => next(machine, cursor, text, to) };
}

interface Machine {
  /**
   * For each state's row and class the row of the next state; rows are offsets into this very table. The row of a state
   * where a word ends stands here as its complement, so that its sign tells.
   */
  readonly table: Int32Array;
  /** Unit → its class, with a bit more for the units of runs, and the marks. */
  readonly units: Uint16Array;
  /** The words that end in each state. */
  readonly outputs: readonly (readonly number[] | undefined)[];
  readonly width: number;
}

function next(machine: Machine, cursor: Cursor, text: string, to: number): readonly number[] | undefined {
  const { table, units, outputs, width } = machine;
  let { at, state, run = 0, seen = 0 } = cursor;
  // Where modules aren't bundled, an import is looked up at each unit.
  const enough = shortestRun;
  while (at < to) {
    const unit = units[text.charCodeAt(at)] as number;
    state = table[state + (unit & classBits)] as number;
    at++;
    // All ones where the unit is one of a run, else zero.
    run = (run + 1) & -((unit >> 7) & 1);
    seen |= unit;
    if (run === enough) cursor.runs?.push(at - enough);
    if (state < 0) break;
  }
  cursor.at = at;
  cursor.run = run;
  cursor.seen = seen;
  cursor.state = state < 0 ? ~state : state;
  return state < 0 ? outputs[cursor.state / width] : undefined;
}

/**
 * Unit → class; 0 stands for every unit that no word has. Upper case shares the class of lower case. A table over all units
 * costs less than to ask of each whether it is ASCII. Units beyond ASCII share a few classes, because each class widens every
 * row; a word of theirs may so be reported where another one stands, and whoever asked looks at the text again.
 */
function classMap(words: readonly string[]): Uint8Array {
  const classes = new Uint8Array(65_536);
  let next = 1;
  const all = unitsOf(words);
  for (const code of all.filter(it => it < 128)) {
    classes[code] = next;
    if (code >= 97 && code <= 122) classes[code - 32] = next;
    next++;
  }
  for (const code of all.filter(it => it >= 128)) {
    classes[code] = next + (code % foreignClasses);
    const upper = String.fromCharCode(code).toUpperCase().charCodeAt(0);
    // ß and the dotless ı have S and I, which are classes of their own.
    if (upper >= 128) classes[upper] = next + (code % foreignClasses);
  }
  return classes;
}

const foreignClasses = 4;
const classBits = 127;

function marked(classes: Uint8Array): Uint16Array {
  const units = Uint16Array.from(classes);
  for (let code = 0; code < 128; code++) if (isInRun(code)) units[code] = (units[code] as number) | (classBits + 1);
  for (let code = 128; code < units.length; code++) units[code] = (units[code] as number) | marks.foreign;
  for (const code of tellingUnits()) units[code] = (units[code] as number) | marks.telling;
  return units;
}

/** The units that words have, in order. */
function unitsOf(words: readonly string[]): number[] {
  const seen = new Uint8Array(65_536);
  for (const word of words) for (let i = 0; i < word.length; i++) seen[word.charCodeAt(i)] = 1;
  const units: number[] = [];
  for (let code = 0; code < seen.length; code++) if (seen[code] === 1) units.push(code);
  return units;
}

/** Nodes by number, 0 the root; children hang in a list, because most nodes have one. */
interface Trie {
  readonly firstChild: Int32Array;
  readonly sibling: Int32Array;
  readonly class: Uint8Array;
  readonly size: number;
  /** Words that end in a node. */
  readonly ends: readonly (number[] | undefined)[];
}

function plant(words: readonly string[], classes: Uint8Array): Trie {
  const room = words.reduce((sum, word) => sum + word.length, 1);
  const trie = {
    firstChild: new Int32Array(room),
    sibling: new Int32Array(room),
    class: new Uint8Array(room),
    size: 1,
  };
  const ends: (number[] | undefined)[] = [];
  words.forEach((word, id) => {
    let node = 0;
    for (let i = 0; i < word.length; i++) node = child(trie, node, classes[word.charCodeAt(i)] as number);
    const known = ends[node];
    if (known) known.push(id);
    else ends[node] = [id];
  });
  return { ...trie, ends };
}

function child(trie: Omit<Trie, 'ends' | 'size'> & { size: number }, node: number, unit: number): number {
  for (let at = trie.firstChild[node] as number; at !== 0; at = trie.sibling[at] as number) {
    if (trie.class[at] === unit) return at;
  }
  const made = trie.size++;
  trie.class[made] = unit;
  trie.sibling[made] = trie.firstChild[node] as number;
  trie.firstChild[node] = made;
  return made;
}

/**
 * Completes the trie into an automaton (Aho and Corasick). States are numbered breadth first, so that the ones that
 * ordinary text visits lie together; each row begins as a copy of the row it falls back to.
 */
function link(trie: Trie, units: Uint16Array, width: number): Machine {
  const table = new Int32Array(trie.size * width);
  const nodes = new Int32Array(trie.size);
  const fallbacks = new Int32Array(trie.size);
  const outputs: (readonly number[] | undefined)[] = [undefined];
  let states = 1;
  for (let state = 0; state < states; state++) {
    const row = state * width;
    const fallback = fallbacks[state] as number;
    if (state > 0) table.copyWithin(row, fallback, fallback + width);
    for (
      let node = trie.firstChild[nodes[state] as number] as number;
      node !== 0;
      node = trie.sibling[node] as number
    ) {
      const cell = row + (trie.class[node] as number);
      const inherited = table[cell] as number;
      const back = inherited < 0 ? ~inherited : inherited;
      const ends = merge(trie.ends[node], outputs[back / width]);
      nodes[states] = node;
      fallbacks[states] = back;
      outputs[states] = ends;
      table[cell] = ends ? ~(states * width) : states * width;
      states++;
    }
  }
  return { table, units, outputs, width };
}

function merge(
  own: readonly number[] | undefined,
  inherited: readonly number[] | undefined,
): readonly number[] | undefined {
  return own && inherited ? [...own, ...inherited] : (own ?? inherited);
}
