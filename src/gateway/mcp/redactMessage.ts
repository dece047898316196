import { createRedactor, type Redacted } from '../redactJson';
import { DuplicateKey } from '../walkJson';
import type { Call } from './judgeCall';
import type { McpParts } from './parts';
import { originOf } from './restoreArguments';
import { shapeOf } from './shapes';

/** What a message is part of, where that is known: the call that it answers, and the method. */
export interface MessageKind {
  readonly method?: string;
  readonly call?: Call;
}

/** Redacts a message of a server on its way to the client's model, and says why it may not go instead of rejecting. */
export type MessageRedactor = (json: string, value: unknown, kind?: MessageKind) => Promise<Redacted>;

export function createMessageRedactor(parts: McpParts): MessageRedactor {
  const redact = createRedactor(parts);
  return async (json, value, { method, call } = {}) => {
    try {
      const redacted = await redact({
        ...{ json, value, shape: shapeOf(method), sourceOf: () => ({}) },
        destination: { kind: 'model', name: `mcp/${parts.server}` },
        source: sourceOf(call, parts),
      });
      if (!('refused' in redacted)) return redacted;
      return { refused: redacted.refused.replace('blocked this request', 'held this message back') };
    } catch (error) {
      return { refused: `Lockside held this back: ${failureOf(error)}.` };
    }
  };
}

/** An error's own words could quote what it failed at. */
export function failureOf(error: unknown): string {
  return error instanceof DuplicateKey ? 'its JSON says the same key twice' : 'it could not be looked at';
}

/** The file that the call names, if it names one, or the server itself. */
function sourceOf(call: Call | undefined, { pathOf, server }: McpParts) {
  const [first, ...more] = call?.facts.paths ?? [];
  const path = first !== undefined && more.length === 0 ? pathOf(first) : originOf(server);
  return call !== undefined && shells.test(call.tool) ? { path, terminal: true } : { path };
}

/** Their results are what a terminal shows. */
const shells = /(?:^|[_-])(?:shell|terminal|bash|exec|execute|command|powershell)(?:$|[_-])/i;
