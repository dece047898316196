import { type Json, objectOf, textOf } from '../json';

/** A JSON-RPC id. */
export type Id = string | number;

/** What a message is, as far as the proxy asks. */
export type Message =
  | { readonly kind: 'request'; readonly id: Id; readonly method: string; readonly params: Json }
  | { readonly kind: 'notification'; readonly method: string; readonly params: Json }
  | { readonly kind: 'response'; readonly id: Id | null; readonly result: unknown; readonly error: unknown }
  | { readonly kind: 'other' };

export function messageOf(value: unknown): Message {
  const { id, method, params, result, error } = objectOf(value);
  const name = textOf(method);
  if (name !== undefined && isId(id)) return { kind: 'request', id, method: name, params: objectOf(params) };
  if (name !== undefined && id === undefined) return { kind: 'notification', method: name, params: objectOf(params) };
  if (name === undefined && (isId(id) || id === null) && (result !== undefined || error !== undefined))
    return { kind: 'response', id, result, error };
  return { kind: 'other' };
}

export function isId(value: unknown): value is Id {
  return typeof value === 'string' || typeof value === 'number';
}

/** 1 and "1" are two ids. */
export function idKey(id: Id): string {
  return JSON.stringify(id);
}

/** The code of our own refusals: of the range that JSON-RPC leaves to servers, and none that the SDKs use. */
const refusedCode = -32050;

/** An answer that says why not. */
export function errorText(id: Id | null, message: string): string {
  return JSON.stringify({ jsonrpc: '2.0', id, error: { code: refusedCode, message } });
}
