import type { ServerResponse } from 'node:http';
import { sendRefusal } from '../sendRefusal';
import { errorText, type Id } from './message';

/** Answers a message with an error, or breaks the answer off where it has begun. */
export function refuse(response: ServerResponse, status: number, why: string, id: Id | null = null): void {
  sendRefusal(response, status, errorText(id, why), true);
}

/** Says that the server could not be reached. An error's own words could quote what it failed at: only its code is told. */
export function fail(response: ServerResponse, server: string, error: unknown, id: Id | undefined): void {
  const code = (error as { code?: unknown } | null)?.code;
  const said = typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? ` (${code})` : '';
  refuse(response, 502, `Lockside could not reach ${server}${said}.`, id ?? null);
}
