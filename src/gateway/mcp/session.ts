import { randomBytes } from 'node:crypto';
import { type Json, objectOf, parsed } from '../json';
import { DuplicateKey, walkJson } from '../walkJson';
import { createAsker } from './ask';
import { batch } from './batch';
import { createCallGate } from './callGate';
import { createCallTasks } from './callTasks';
import type { Handled } from './handled';
import { type Call, callOf } from './judgeCall';
import { errorText, type Id, idKey, isId, type Message, messageOf } from './message';
import type { McpParts, Wire } from './parts';
import { createResultReader } from './readResult';
import { createMessageRedactor } from './redactMessage';
import { createToolList, listMethod } from './toolList';

/**
 * One connection of a client with a server, message by message. It passes what it doesn't police, to the byte where nothing in it is
 * changed; what it refuses is answered with an error. Never rejects but where the wire does.
 */
export interface Session {
  fromClient(raw: string, wire: Wire): Promise<Handled>;
  fromServer(raw: string, wire: Wire): Promise<void>;
  /** The ids of requests that the server has not answered. */
  open(): readonly Id[];
  /** A request was answered in another way. */
  settle(id: Id): void;
  /** The client is gone: nobody is there any more who could be asked. */
  clientGone(): void;
  /** The server is gone: what was asked of it is not answered any more. */
  serverGone(): void;
}

/** A request of the client, until it is answered. */
interface Pending {
  readonly id: Id;
  readonly method: string;
  readonly params: Json;
  readonly call: Call | undefined;
}

export function createSession(parts: McpParts): Session {
  const prefix = `lockside-${randomBytes(6).toString('hex')}-`;
  const asker = createAsker(prefix);
  const tools = createToolList(parts, prefix);
  const gate = createCallGate(parts, asker, tools);
  const redact = createMessageRedactor(parts);
  const readResult = createResultReader(parts);
  const tasks = createCallTasks();
  const pending = new Map<string, Pending>();

  const fromClientOne = async (raw: string, value: unknown, wire: Wire): Promise<Handled> => {
    const message = messageOf(value);
    if (message.kind === 'request') return request(raw, value, message, wire);
    if (message.kind === 'response' && message.id !== null && asker.answer(message.id, message.result)) return {};
    const cancelled = cancelledBy(message);
    if (cancelled !== undefined) {
      // The server never heard of it.
      if (gate.cancel(cancelled)) return {};
      pending.delete(idKey(cancelled));
    }
    await wire.toServer(raw, false);
    return {};
  };

  const request = async (
    raw: string,
    value: unknown,
    { id, method, params }: Message & { kind: 'request' },
    wire: Wire,
  ): Promise<Handled> => {
    if (method === 'initialize') asker.capabilities(objectOf(params.capabilities));
    const call = callOf(method, params, tools.annotationsOf) ?? tasks.of(method, params);
    const go = async (text: string) => {
      pending.set(idKey(id), { id, method, params, call });
      await wire.toServer(text, false);
    };
    if (call !== undefined && !method.startsWith('tasks/'))
      return gate.pass({ raw, value, id, method, call, go }, wire);
    await go(raw);
    return {};
  };

  const fromServerOne = async (raw: string, value: unknown, wire: Wire): Promise<void> => {
    const message = messageOf(value);
    if (message.kind === 'response') return response(raw, value, message, wire);
    const method = message.kind === 'other' ? undefined : message.method;
    if (method === 'notifications/tools/list_changed') tools.changed();
    const redacted = await redact(raw, value, { method });
    if (!('refused' in redacted)) return wire.toClient(redacted.json);
    parts.tell(`${redacted.refused} It was a message of ${parts.server}.`);
    if (message.kind === 'request') await wire.toServer(errorText(message.id, redacted.refused), false);
  };

  const response = async (raw: string, value: unknown, { id, result }: Message & { kind: 'response' }, wire: Wire) => {
    if (id !== null && tools.answer(id, result)) return;
    const of = id === null ? undefined : pending.get(idKey(id));
    if (id !== null) pending.delete(idKey(id));
    if (of?.method === 'tools/call' && of.call) tasks.remember(result, of.call);
    const judged = of?.method === listMethod ? await tools.judged(raw, value, of.params) : { raw, value };
    const redacted = await redact(judged.raw, judged.value, of);
    if ('refused' in redacted) return wire.toClient(errorText(id, redacted.refused));
    await wire.toClient(result === undefined ? redacted.json : readResult(redacted, result, of ?? {}));
  };

  /** Text that is no message: what a server prints by mistake. */
  const plain = async (text: string): Promise<string> => {
    const redacted = await redact(JSON.stringify(text), text);
    return 'refused' in redacted ? '' : (JSON.parse(redacted.json) as string);
  };

  return {
    async fromClient(raw, wire) {
      const json = parsed(raw);
      if (!json) {
        if (raw.trim() !== '') await wire.toClient(notJson);
        return {};
      }
      if (saysTwice(raw, json.value)) {
        await wire.toClient(twice(messageOf(json.value)));
        return {};
      }
      if (!Array.isArray(json.value)) return fromClientOne(raw, json.value, wire);
      const { forward, later } = await batch(raw, json.value, wire, 'toServer', fromClientOne);
      if (forward !== undefined) await wire.toServer(forward, false);
      return later.length === 0 ? {} : { later: Promise.all(later).then(() => undefined) };
    },
    async fromServer(raw, wire) {
      const json = parsed(raw);
      if (!json || typeof json.value !== 'object' || json.value === null) {
        if (raw.trim() !== '') await wire.toClient(await plain(raw));
        return;
      }
      if (!Array.isArray(json.value)) return fromServerOne(raw, json.value, wire);
      const { forward } = await batch(raw, json.value, wire, 'toClient', async (one, value, inner) => {
        await fromServerOne(one, value, inner);
        return {};
      });
      if (forward !== undefined) await wire.toClient(forward);
    },
    open: () => Array.from(pending.values(), ({ id }) => id),
    settle: id => void pending.delete(idKey(id)),
    clientGone: () => asker.close(),
    serverGone: () => tools.close(),
  };
}

/** The request that the client gives up. */
function cancelledBy(message: Message): Id | undefined {
  if (message.kind !== 'notification' || message.method !== 'notifications/cancelled') return undefined;
  const { requestId } = message.params;
  return isId(requestId) ? requestId : undefined;
}

const notJson = JSON.stringify({
  ...{ jsonrpc: '2.0', id: null },
  error: { code: -32700, message: 'Lockside refused this message: it is not JSON.' },
});

function twice(message: Message): string {
  const id = message.kind === 'request' ? message.id : null;
  return errorText(id, 'Lockside refused this message: its JSON says the same key twice.');
}

/** Readers differ on which of two equal keys counts, so that nobody could say what is called. */
function saysTwice(raw: string, value: unknown): boolean {
  try {
    walkJson(raw, value, 'opaque', () => undefined);
    return false;
  } catch (error) {
    if (error instanceof DuplicateKey) return true;
    throw error;
  }
}
