/** All keywords in one pass: a dense automaton that reads each unit of a text once. Case is folded; non-ASCII is one class. */
export interface Automaton {
  /**
   * Runs over `text[from, to)` beginning in `state` (0 at first) and reports the ids of the words that end at `end`
   * (exclusive). Returns the state to go on from, or -1 when `hit` said stop by returning false.
   */
  run(
    text: string,
    from: number,
    to: number,
    state: number,
    hit: (end: number, words: readonly number[]) => boolean,
  ): number;
}

/** Builds the automaton of `words` (lower-case ASCII, none empty); a word's id is its index. */
export function createAutomaton(words: readonly string[]): Automaton {
  const classes = classMap(words);
  const width = Math.max(...classes) + 1;
  const trie = plant(words, classes, width);
  const order = link(trie, width);
  const { table, outputs, hot } = renumber(trie, order, width);
  return {
    run: (text, from, to, state, hit) => run({ table, classes, outputs, hot, width }, text, from, to, state, hit),
  };
}

interface Machine {
  /** Row of the next state for each state's row and class; rows are offsets into this very table. */
  readonly table: Int32Array;
  readonly classes: Uint8Array;
  /** Words that end in a state, for the states from `hot` on. */
  readonly outputs: readonly (readonly number[])[];
  /** The first row of a state where a word ends: such states are numbered last, so one comparison tells. */
  readonly hot: number;
  readonly width: number;
}

function run(
  machine: Machine,
  text: string,
  from: number,
  to: number,
  state: number,
  hit: (end: number, words: readonly number[]) => boolean,
): number {
  const { table, classes, outputs, hot, width } = machine;
  let row = state;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    row = table[row + (code < 128 ? (classes[code] as number) : 0)] as number;
    if (row >= hot && !hit(i + 1, outputs[(row - hot) / width] as readonly number[])) return -1;
  }
  return row;
}

/** ASCII unit → class; 0 stands for every unit that no word has. Upper case shares the class of lower case. */
function classMap(words: readonly string[]): Uint8Array {
  const classes = new Uint8Array(128);
  let next = 1;
  for (const word of words) {
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      if (classes[code] !== 0) continue;
      classes[code] = next;
      if (code >= 97 && code <= 122) classes[code - 32] = next;
      next++;
    }
  }
  return classes;
}

interface Trie {
  /** Child of each state and class, 0 where there is none. */
  next: Int32Array;
  size: number;
  /** Words that end in a state. */
  readonly ends: (number[] | undefined)[];
}

function plant(words: readonly string[], classes: Uint8Array, width: number): Trie {
  const trie: Trie = { next: new Int32Array(1024 * width), size: 1, ends: [] };
  words.forEach((word, id) => {
    let state = 0;
    for (let i = 0; i < word.length; i++)
      state = child(trie, state * width + (classes[word.charCodeAt(i)] as number), width);
    const ends = trie.ends[state];
    if (ends) ends.push(id);
    else trie.ends[state] = [id];
  });
  return trie;
}

function child(trie: Trie, cell: number, width: number): number {
  const known = trie.next[cell] as number;
  if (known !== 0) return known;
  if ((trie.size + 1) * width > trie.next.length) {
    const grown = new Int32Array(trie.next.length * 2);
    grown.set(trie.next);
    trie.next = grown;
  }
  trie.next[cell] = trie.size;
  return trie.size++;
}

/** Completes the trie into an automaton (Aho and Corasick) and returns its states in breadth-first order. */
function link(trie: Trie, width: number): Int32Array {
  const { next, ends } = trie;
  const fail = new Int32Array(trie.size);
  const order = new Int32Array(trie.size);
  let tail = 1;
  for (let head = 0; head < tail; head++) {
    const state = order[head] as number;
    const back = (fail[state] as number) * width;
    for (let c = 0; c < width; c++) {
      const to = next[state * width + c] as number;
      const fallback = state === 0 ? 0 : (next[back + c] as number);
      if (to === 0) {
        next[state * width + c] = fallback;
        continue;
      }
      fail[to] = fallback;
      const inherited = ends[fallback];
      if (inherited) ends[to] = [...(ends[to] ?? []), ...inherited];
      order[tail++] = to;
    }
  }
  return order;
}

/** Numbers the states where words end last, and lets every cell hold the row of its state instead of the number. */
function renumber(trie: Trie, order: Int32Array, width: number): Pick<Machine, 'table' | 'outputs' | 'hot'> {
  const rows = new Int32Array(trie.size);
  const outputs: number[][] = [];
  let row = 0;
  for (const state of order) if (!trie.ends[state]) row = number(rows, state, row, width);
  const hot = row;
  for (const state of order) {
    const ends = trie.ends[state];
    if (!ends) continue;
    outputs.push(ends);
    row = number(rows, state, row, width);
  }
  const table = new Int32Array(trie.size * width);
  for (let state = 0; state < trie.size; state++) {
    const at = rows[state] as number;
    for (let c = 0; c < width; c++) table[at + c] = rows[trie.next[state * width + c] as number] as number;
  }
  return { table, outputs, hot };
}

function number(rows: Int32Array, state: number, row: number, width: number): number {
  rows[state] = row;
  return row + width;
}
