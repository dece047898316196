import type { HookEvent, Verdict } from '../hookPorts';

/** How one client says what happened and is told what to do. */
export interface HookClient {
  /** Whether its hooks may replace what a tool returned. */
  readonly rewritesResults: boolean;
  /** Set where its model reads files by commands alone. */
  readonly readsByCommands?: boolean;
  /** Whether its hooks may replace a prompt; else one that holds something is blocked. */
  readonly rewritesPrompts: boolean;
  /** Whether its hooks may have the person asked. */
  readonly asks: boolean;
  /** Set where the model is told a tool's input as a hook has changed it: then values go back into files after they are written. */
  readonly tellsInputs?: boolean;
  /** Reads the client's own message; throws where it isn't one. */
  read(message: unknown): HookEvent;
  /** The JSON that the client expects on standard output. */
  write(verdict: Verdict, event: HookEvent): object;
}

/** The fields of a hook's message; throws where it is no object. */
export function fieldsOf(message: unknown): Readonly<Record<string, unknown>> {
  if (typeof message !== 'object' || message === null) throw new Error('the hook message is not a JSON object');
  return message as Record<string, unknown>;
}

/** A text that must be there. */
export function need(fields: Readonly<Record<string, unknown>>, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new Error(`the hook message has no ${name}`);
  return value;
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A result for a client that takes a text in its place, whatever shape it had. */
export function asText(result: unknown): string {
  return typeof result === 'string' ? result : JSON.stringify(result);
}
