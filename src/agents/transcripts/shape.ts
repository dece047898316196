import type { Said, TranscriptLook } from '../../core/exposure';
import { fieldsOf, textOf } from '../launch/readConfig';

/** How a client's records tell who speaks, when, and to whom. Names of fields may go deeper by dots: `time.created`. */
export interface Shape {
  /** Fields that say what an object is, the surest first, and what they say of texts that left and that came in. */
  readonly kinds: readonly string[];
  readonly left: RegExp;
  readonly came: RegExp;
  readonly kept?: RegExp;
  /** Names of properties that say it of all that stands under them, whatever is around. */
  readonly leftUnder?: RegExp;
  readonly cameUnder?: RegExp;
  readonly times?: readonly string[];
  readonly sessions?: readonly string[];
  readonly workspaces?: readonly string[];
  readonly providers?: readonly string[];
  readonly models?: readonly string[];
}

/** Makes the look of a client whose records say everything by such fields. */
export function createLook(shape: Shape): TranscriptLook {
  const { kinds, times = [], sessions = [], workspaces = [], providers = [], models = [] } = shape;
  return (fields, name, said) => {
    const of = (names: readonly string[]) => first(fields, names, textOf);
    return {
      direction:
        directionUnder(shape, name) ?? first(fields, kinds, kind => directionOf(shape, kind)) ?? said.direction,
      time: first(fields, times, timeOf) ?? said.time,
      session: of(sessions) ?? said.session,
      workspace: of(workspaces) ?? said.workspace,
      provider: of(providers) ?? said.provider,
      model: of(models) ?? said.model,
    };
  };
}

/** Milliseconds since 1970 of a date in words, in seconds or in milliseconds; nothing else is a time. */
function timeOf(value: unknown): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : Number(value);
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  if (!(time > 1e9 && time < 1e14)) return undefined;
  return time < 1e11 ? time * 1000 : time;
}

function directionUnder({ leftUnder, cameUnder }: Shape, name: string): Said['direction'] | undefined {
  if (leftUnder?.test(name)) return 'out';
  return cameUnder?.test(name) ? 'in' : undefined;
}

function directionOf({ left, came, kept }: Shape, kind: unknown): Said['direction'] | undefined {
  if (typeof kind !== 'string') return undefined;
  if (left.test(kind)) return 'out';
  if (came.test(kind)) return 'in';
  return kept?.test(kind) ? 'kept' : undefined;
}

function first<T>(
  fields: Readonly<Record<string, unknown>>,
  names: readonly string[],
  read: (value: unknown) => T | undefined,
): T | undefined {
  for (const name of names) {
    const [head = '', ...rest] = name.split('.');
    const value = rest.reduce((at: unknown, key) => fieldsOf(at)[key], fields[head]);
    const found = value === undefined ? undefined : read(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The roles of chat messages, the same at every provider. */
export const roles = {
  left: /^(?:user|human|tool|function|developer|system|tool_result)$/,
  came: /^(?:assistant|model|tool_use|thinking|redacted_thinking)$/,
};
