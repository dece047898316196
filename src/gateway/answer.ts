import type { Vault, VaultEntry } from '../core/model';
import { createRestorer } from '../core/placeholders';
import { type Json, parsed } from './json';
import { createNeutraliser } from './neutralise';
import { DuplicateKey, decodeString, type Token, walkJson } from './walkJson';

/** Puts values back into one answer, whole or in pieces. It changes objects in place, and says whether it did. */
export interface Answer {
  /** Restores a whole text that stands under a key. */
  text(holder: Json, key: string): void;
  /** Restores the next piece of a text that arrives in pieces; each of these texts is a slot by a name of its own. */
  piece(holder: Json, key: string, slot: string): void;
  /** What was still held back of a text, at its end. */
  rest(slot: string): string;
  /** Puts something under a key. */
  put(holder: Json, key: string, value: unknown): void;
  /** Adds text to what stands under a key. */
  append(holder: Json, key: string, text: string): void;
  /** Puts values into a tool call's input as far as the policy lets them go. */
  input(holder: Json, key: string, tool: string): Promise<void>;
  /** The same for an input that is JSON in a string, or plain text. */
  inputText(holder: Json, key: string, tool: string): Promise<void>;
  /** The next piece of such an input: it passes until something in it may be a placeholder. */
  inputPiece(holder: Json, key: string, slot: string): void;
  /** What was held back of an input, at its end. */
  inputRest(slot: string, tool: string): Promise<string>;
  /** Whether anything was changed since this was asked last. */
  changed(): boolean;
  /** What the model itself wrote so far, its beginning at least. */
  said(): string;
}

export interface AnswerParts {
  readonly vault: Vault;
  restoreTool(tool: string, input: unknown): Promise<unknown>;
  /** Hears the hosts to which an answer would have carried data. */
  carried(host: string): void;
  /** Hears each value that comes back in a text. */
  restored(entry: VaultEntry): void;
  /** Hears a text that the model writes, in its pieces. */
  listen?(): Listener;
}

/** Hears one text while it comes. It must not throw, and delays nothing. */
export interface Listener {
  push(piece: string): void;
  end(): unknown;
}

export function createAnswer(parts: AnswerParts): Answer {
  const { vault, restoreTool, listen } = parts;
  const listeners = new Map<string, Listener>();
  const texts = new Map<string, ReturnType<typeof createText>>();
  const inputs = new Map<string, ReturnType<typeof createInput>>();
  let dirty = false;
  let said = '';
  const note = (text: string) => {
    if (said.length < mostSaid) said += text;
  };
  const mayHold = (text: string) => placeholder.test(text) || vault.synthetics.size > 0;
  const put = (holder: Json, key: string, value: unknown) => {
    if (holder[key] === value) return;
    holder[key] = value;
    dirty = true;
  };
  const restoreInput = async (text: string, tool: string): Promise<string> => {
    if (!mayHold(text)) return text;
    const json = /^\s*[[{]/.test(text) ? parsed(text) : undefined;
    const value = json ? json.value : text;
    const restored = await restoreTool(tool, value);
    return json ? withValues(text, restored) : String(restored);
  };
  return {
    put,
    text(holder, key) {
      const text = holder[key];
      if (typeof text !== 'string') return;
      note(`${text}\n`);
      hearWhole(listen?.(), text);
      if (!mayHold(text) && !text.includes('://')) return;
      const whole = createText(parts);
      put(holder, key, whole.push(text) + whole.end());
    },
    piece(holder, key, slot) {
      const piece = holder[key];
      if (typeof piece !== 'string') return;
      note(piece);
      if (listen && !listeners.has(slot)) listeners.set(slot, listen());
      listeners.get(slot)?.push(piece);
      const text = texts.get(slot) ?? createText(parts);
      texts.set(slot, text);
      put(holder, key, text.push(piece));
    },
    rest(slot) {
      listeners.get(slot)?.end();
      listeners.delete(slot);
      return texts.get(slot)?.end() ?? '';
    },
    append(holder, key, text) {
      if (text !== '') put(holder, key, (typeof holder[key] === 'string' ? holder[key] : '') + text);
    },
    async input(holder, key, tool) {
      const json = JSON.stringify(holder[key]) ?? '';
      note(`${json}\n`);
      if (mayHold(json)) put(holder, key, await restoreTool(tool, holder[key]));
    },
    async inputText(holder, key, tool) {
      const text = holder[key];
      if (typeof text !== 'string') return;
      note(`${text}\n`);
      put(holder, key, await restoreInput(text, tool));
    },
    inputPiece(holder, key, slot) {
      const piece = holder[key];
      if (typeof piece !== 'string') return;
      note(piece);
      const input = inputs.get(slot) ?? createInput(vault.synthetics.size > 0);
      inputs.set(slot, input);
      put(holder, key, input.push(piece));
    },
    async inputRest(slot, tool) {
      const input = inputs.get(slot);
      inputs.delete(slot);
      if (!input) return '';
      return (await restoreInput(input.all(), tool)).slice(input.passed());
    },
    changed() {
      const was = dirty;
      dirty = false;
      return was;
    },
    said: () => said,
  };
}

function hearWhole(listener: Listener | undefined, text: string): void {
  listener?.push(text);
  listener?.end();
}

/** So much of an answer is kept to be looked at when it is over. */
const mostSaid = 1_000_000;

/** A text that arrives in pieces: first what would carry data away loses its address, then the values come back. */
function createText({ vault, carried, restored }: AnswerParts) {
  const neutraliser = createNeutraliser(vault, carried);
  const restorer = createRestorer(vault, 'text', entry => {
    restored(entry);
    return entry.value;
  });
  return {
    push: (piece: string) => restorer.push(neutraliser.push(piece)),
    end: () => restorer.push(neutraliser.end()) + restorer.end(),
  };
}

/** Where there is no such word, there is no placeholder. */
const placeholder = /(?:SECRET|PII|HIDDEN|INJECTION)\\{0,4}[_-]/i;

/** What may be, or may still become, the beginning of a placeholder, with the quote before it: a number takes that away. */
const begins =
  /"?(?:SECRET|PII|HIDDEN|INJECTION)\\{0,4}[_-]|"$|"?(?:S(?:E(?:C(?:R(?:E(?:T\\{0,4})?)?)?)?)?|P(?:I(?:I\\{0,4})?)?|H(?:I(?:D(?:D(?:E(?:N\\{0,4})?)?)?)?)?|I(?:N(?:J(?:E(?:C(?:T(?:I(?:O(?:N\\{0,4})?)?)?)?)?)?)?)?)$/i;

/**
 * An input that arrives in pieces. Whatever stands before the first placeholder doesn't change and passes at once; where values
 * have other stand-ins as well, all of it waits.
 */
function createInput(waits: boolean) {
  let all = '';
  let passed = 0;
  return {
    push(piece: string): string {
      const from = passed;
      all += piece;
      const at = all.slice(from).search(begins);
      if (waits) passed = 0;
      else if (at >= 0) passed = from + at;
      else passed = all.length;
      return all.slice(from, passed);
    },
    all: () => all,
    passed: () => passed,
  };
}

/** How a number's placeholder is written, and what may come back without quotes. */
const wasNumber = /^(?:SECRET|PII)_\w{1,90}\dZ$/i;
const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A JSON text with the strings of another value of the same shape; everything else stays as it is written. */
function withValues(json: string, value: unknown): string {
  let from = 0;
  let result = '';
  const put = (token: Token) => {
    if (token.kind !== 'string' || typeof token.value !== 'string') return;
    const told = decodeString(json, token.start, token.end);
    if (told === token.value) return;
    const bare = wasNumber.test(told) && isNumber.test(token.value) ? token.value : JSON.stringify(token.value);
    result += json.slice(from, token.start - 1) + bare;
    from = token.end + 1;
  };
  try {
    walkJson(json, value, undefined, put);
    return result + json.slice(from);
  } catch (error) {
    if (error instanceof DuplicateKey) return json;
    throw error;
  }
}
