import { objectOf } from '../json';
import type { Question } from './judgeCall';
import type { Id } from './message';
import type { Wire } from './parts';
import { createWaiting } from './waiting';

/** Asks the person through the client, where it has declared that it can (`elicitation`, since 2025-06-18). */
export interface Asker {
  /** What the client said of itself when it connected. */
  capabilities(client: { readonly elicitation?: unknown }): void;
  canAsk(): boolean;
  /** Those that weren't answered for the whole session. */
  open(questions: readonly Question[]): readonly Question[];
  /** False where the person said no, or nobody is there any more. */
  ask(questions: readonly Question[], head: string, wire: Wire): Promise<boolean>;
  /** Takes the client's answer; false where nobody had asked under this id. */
  answer(id: Id, result: unknown): boolean;
  close(): void;
}

/** `prefix` begins the ids of questions, and of nothing else on the wire. */
export function createAsker(prefix: string): Asker {
  const waiting = createWaiting();
  const granted = new Set<string>();
  let able = false;
  let last = 0;
  return {
    capabilities({ elicitation }) {
      // Without a mode, forms are meant.
      able =
        typeof elicitation === 'object' &&
        elicitation !== null &&
        (Object.keys(elicitation).length === 0 || 'form' in elicitation);
    },
    canAsk: () => able,
    open: questions => questions.filter(({ key }) => !granted.has(key)),
    async ask(questions, head, wire) {
      const id = `${prefix}ask-${++last}`;
      const answer = waiting.for(id);
      await wire.ask(question(id, questions, head));
      const { action, content } = objectOf(await answer);
      const { allow } = objectOf(content);
      if (action !== 'accept' || (allow !== once && allow !== always)) return false;
      if (allow === always) for (const { key } of questions) granted.add(key);
      return true;
    },
    answer: waiting.answer,
    close: waiting.close,
  };
}

const once = 'this time';
const always = 'for this session';
const never = 'no';

function question(id: string, questions: readonly Question[], head: string): string {
  const why = questions.map(one => `- ${one.why}`).join('\n');
  const allow = { type: 'string', title: 'Allow it?', enum: [never, once, always] };
  return JSON.stringify({
    ...{ jsonrpc: '2.0', id, method: 'elicitation/create' },
    params: {
      message: `Lockside asks about a call of ${head}:\n${why}`,
      requestedSchema: { type: 'object', properties: { allow }, required: ['allow'] },
    },
  });
}
