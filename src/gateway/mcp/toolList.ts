import { type Json, objectOf, objectsOf, textOf } from '../json';
import type { Id } from './message';
import type { McpParts, Wire } from './parts';
import { toolMeaning } from './toolMeaning';
import { createWaiting } from './waiting';

export const listMethod = 'tools/list';

/** What is known of a server's tools by its own lists, and which of them may not be used. */
export interface ToolList {
  /** A list on its way to the client, without what may not be used. */
  judged(raw: string, value: unknown, params: Json): Promise<{ readonly raw: string; readonly value: unknown }>;
  /** Why a tool may not be used. */
  blocked(tool: string): string | undefined;
  annotationsOf(tool: string): Json | undefined;
  /** Whether the tools are known, and none of them reaches beyond this machine by its name. */
  isClosed(): boolean;
  /** The server says that its tools have changed. */
  changed(): void;
  /** Whether a tool would be called whose definition nobody has judged. */
  mustLookAgain(tool: string): boolean;
  /** Asks the server for its tools, by ourselves. */
  lookAgain(wire: Wire): Promise<void>;
  /** Takes the server's answer to that; false for every other answer. */
  answer(id: Id, result: unknown): boolean;
  close(): void;
}

/** `prefix` begins our own ids. */
export function createToolList({ judgeTools, server, local, tell }: McpParts, prefix: string): ToolList {
  const known = new Map<string, Json>();
  const barred = new Map<string, string>();
  const waiting = createWaiting();
  let stale = false;
  let fault: string | undefined;
  let looking: Promise<void> | undefined;
  /** Until a list tells otherwise. */
  let closed: boolean | undefined;
  let last = 0;

  /** The names that may not be used. */
  const judge = async (tools: readonly Json[], isFirst: boolean): Promise<ReadonlySet<string>> => {
    if (isFirst) {
      known.clear();
      barred.clear();
      fault = undefined;
    }
    for (const tool of tools) known.set(String(tool.name), objectOf(tool.annotations));
    closed = undefined;
    if (!judgeTools) return new Set();
    let found: Awaited<ReturnType<typeof judgeTools>>;
    try {
      found = await judgeTools(server, tools);
    } catch {
      found = tools.map(({ name }) => ({ name: String(name), reason: 'what was approved of it could not be read' }));
    }
    for (const { name, reason } of found) {
      barred.set(name, reason);
      tell(`${name} of ${server} is turned off: ${reason}`);
    }
    return new Set(found.map(({ name }) => name));
  };

  const ask = async (wire: Wire): Promise<void> => {
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page++) {
      const id = `${prefix}list-${++last}`;
      const answer = waiting.for(id);
      const params = cursor === undefined ? {} : { cursor };
      await wire.toServer(JSON.stringify({ jsonrpc: '2.0', id, method: listMethod, params }), true);
      const result = await answer;
      if (result === undefined) {
        fault = 'its definition could not be read';
        return;
      }
      await judge(objectsOf(objectOf(result).tools), page === 0);
      cursor = textOf(objectOf(result).nextCursor);
      if (cursor === undefined) break;
    }
    stale = false;
  };

  return {
    async judged(raw, value, { cursor }) {
      const result = objectOf(objectOf(value).result);
      const tools = objectsOf(result.tools);
      const names = await judge(tools, cursor === undefined);
      if (textOf(result.nextCursor) === undefined) stale = false;
      if (names.size === 0) return { raw, value };
      const left = {
        ...objectOf(value),
        result: { ...result, tools: tools.filter(({ name }) => !names.has(String(name))) },
      };
      return { raw: JSON.stringify(left), value: left };
    },
    blocked(tool) {
      if (!judgeTools) return undefined;
      return (
        barred.get(tool) ??
        fault ??
        (known.has(tool) ? undefined : 'its server does not list it, so that nobody has approved it')
      );
    },
    annotationsOf: tool => known.get(tool),
    isClosed() {
      closed ??= local && known.size > 0 && Array.from(known, reachesOut).every(reaches => !reaches);
      return closed;
    },
    changed() {
      stale = true;
    },
    mustLookAgain: tool => judgeTools !== undefined && (stale || fault !== undefined || !known.has(tool)),
    lookAgain(wire) {
      looking ??= ask(wire).finally(() => {
        looking = undefined;
      });
      return looking;
    },
    answer: waiting.answer,
    close: waiting.close,
  };
}

const mostPages = 100;

function reachesOut([name, annotations]: readonly [string, Json]): boolean {
  const { legs, access } = toolMeaning(name, annotations);
  return legs.has('out') || legs.has('untrusted') || access === 'share' || access === 'pay';
}
