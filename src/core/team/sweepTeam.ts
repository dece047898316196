import { createAutomaton } from '../automaton';
import type { Clock, Fault, Source, Span } from '../model';
import type { Candidate } from '../probe';
import type { Swept } from '../sweep';
import type { TeamRule } from './teamRule';

/** The team's rules with the automaton over their keywords. */
export interface TeamEngine {
  readonly rules: readonly TeamRule[];
  sweep(
    text: string,
    from: number,
    to: number,
    source: Source | undefined,
    now?: Clock,
    late?: () => boolean,
  ): Omit<Swept, 'runs'>;
}

/**
 * Makes rules ready. Each keyword has its rule's pattern searched for in the text around it, in slices that overlap but never
 * begin twice at the same place, so that text which repeats a keyword costs no more; a rule without keywords is searched for
 * everywhere. A rule that takes too long, or matches almost everything, ends with a fault.
 */
export function createTeamEngine(rules: readonly TeamRule[]): TeamEngine {
  const byWord = new Map<string, TeamRule[]>();
  for (const rule of rules) for (const word of rule.keywords) byWord.set(word, [...(byWord.get(word) ?? []), rule]);
  const automaton = byWord.size > 0 ? createAutomaton([...byWord.keys()]) : undefined;
  const words = [...byWord];
  const everywhere = rules.filter(rule => rule.keywords.length === 0);

  const sweep: TeamEngine['sweep'] = (text, from, to, source, now, late) => {
    const searches = new Map<TeamRule, Search>();
    const searchOf = (rule: TeamRule) => {
      const known =
        searches.get(rule) ?? createSearch(rule, { text, from, to, source }, createBudget(to - from, now, late));
      searches.set(rule, known);
      return known;
    };
    const cursor = { at: from, state: 0 };
    for (let ids = automaton?.next(cursor, text, to); ids; ids = automaton?.next(cursor, text, to)) {
      for (const id of ids) {
        const [word, owners] = words[id] as [string, TeamRule[]];
        for (const rule of owners) searchOf(rule).around(cursor.at - word.length);
      }
    }
    for (const rule of everywhere) searchOf(rule).everywhere();
    const all = [...searches.values()];
    return { found: all.flatMap(it => it.found), faults: all.flatMap(it => it.fault ?? []) };
  };
  return { rules, sweep };
}

/** How far before a keyword a match may begin, and how long one may be; UTF-16 units. */
const before = 1024;
const longest = 4096;

/** How far a rule without keywords goes on before it looks at its budget again. */
const stride = 8192;

/** More matches than this in one text are no secrets. */
const mostMatches = 10_000;

interface Search {
  readonly found: Candidate[];
  readonly fault: Fault | undefined;
  around(keyword: number): void;
  everywhere(): void;
}

interface Place {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly source: Source | undefined;
}

/** The search of one rule in one text. */
function createSearch(rule: TeamRule, { text, from, to, source }: Place, budget: Budget): Search {
  const found: Candidate[] = [];
  let fault = undefined as Fault | undefined;
  let matches = 0;
  /** Every match that begins before this place has been met; the last one ended at `taken`. */
  let done = from;
  let taken = from;

  const slice = (start: number, begins: number) => {
    const end = Math.min(to, begins + longest);
    budget.start();
    try {
      for (const match of rule.pattern.matches(text, start, end)) {
        if (match.start >= begins) break;
        // What ends with the slice may go on behind it, or `$` may have taken the slice's end for the text's.
        if (match.end === end && end < text.length) continue;
        taken = Math.max(taken, match.end);
        if (match.secret.end > match.secret.start && rule.accepts(text, match, source))
          found.push(candidateOf(rule, match.secret));
        if (++matches > mostMatches) fault = stopped(rule, `matches more than ${mostMatches} times in one text`);
        else if (budget.isSpent()) fault = stopped(rule, 'takes too long');
        if (fault) return;
      }
    } catch {
      fault = stopped(rule, 'failed');
    }
    if (budget.stop()) fault ??= stopped(rule, 'takes too long');
  };
  const isOff = !rule.concerns(source);

  return {
    found,
    get fault() {
      return fault;
    },
    around(keyword) {
      if (isOff || fault || keyword + longest / 2 <= done) return;
      const start = Math.max(from, taken, keyword - before, done);
      done = Math.min(to, keyword + longest);
      slice(start, done);
    },
    everywhere() {
      for (let at = from; at < to && !isOff && !fault; at = Math.max(at + stride, taken))
        slice(at, Math.min(to, at + stride));
    },
  };
}

function candidateOf(rule: TeamRule, { start, end }: Span): Candidate {
  const { detector, reason } = rule;
  return { detector, start, end, tier: detector.tier, reason };
}

/** What the slices of one rule may take together. */
interface Budget {
  start(): void;
  /** Whether too much is spent, the slice included that has been started. */
  isSpent(): boolean;
  /** Adds the slice; true when too much is spent. */
  stop(): boolean;
}

/** Half a second, and one more for each million units, which is ten times what a decent pattern takes. */
function createBudget(length: number, now: Clock = () => 0, late: () => boolean = () => false): Budget {
  const milliseconds = 500 + length / 1000;
  let spent = 0;
  let began = 0;
  const isSpent = () => spent + now() - began > milliseconds || late();
  return {
    start: () => {
      began = now();
    },
    isSpent,
    stop: () => {
      const over = isSpent();
      spent += now() - began;
      return over;
    },
  };
}

function stopped({ detector: { id } }: TeamRule, what: string): Fault {
  return {
    code: 'detector',
    where: id,
    message: `The team's rule ${id} ${what}; the rest of the text was not searched for it.`,
  };
}
