import { type Json, objectOf } from './json';

/**
 * How a string of a request is treated: `prose` is read by the model, and a note may be added to it; `plain` is looked at by
 * itself; `field` together with its key; `json` is JSON once more; `url` may be a data URL; `media` is base64 whose type
 * stands beside it; `opaque` passes byte for byte.
 */
export type Leaf = 'prose' | 'plain' | 'field' | 'json' | 'url' | 'media' | 'opaque';

/** What is known of a place in a request. Whatever has no shape is a `field`, at any depth. Lists have the shape of their items. */
export type Shape = Leaf | ((siblings: Json) => Leaf) | ObjectShape | undefined;

export interface ObjectShape {
  readonly keys: Readonly<Record<string, Shape>>;
  /** For a string that stands where such an object may. */
  readonly string?: Leaf;
  /** The key that names the tool call whose result this is. */
  readonly call?: string;
}

/** A string, a number or a key in the source of a JSON text. */
export interface Token {
  readonly kind: 'string' | 'number' | 'key';
  /** Offsets in the source; those of a string and a key are inside of the quotes. */
  readonly start: number;
  readonly end: number;
  /** The nearest key around. */
  readonly key: string;
  readonly leaf: Leaf;
  readonly siblings: Json;
  /** The id of the tool call whose result it is part of. */
  readonly call: string | undefined;
  /** The value at this place, as parsed. */
  readonly value: unknown;
}

interface Frame {
  readonly isObject: boolean;
  readonly shape: Shape;
  readonly value: unknown;
  readonly call: string | undefined;
  /** The key that stands last, in a list the one of the list. */
  key: string;
  index: number;
  awaitsKey: boolean;
  keys: number;
}

/** A JSON text that says the same key twice: readers differ on which one counts, so that nobody can say what it holds. */
export class DuplicateKey extends Error {}

/** Visits each string, number and key of a JSON text that `JSON.parse` has accepted, with its parsed value alongside. */
export function walkJson(json: string, root: unknown, shape: Shape, visit: (token: Token) => void): void {
  const stack: Frame[] = [];
  let frame: Frame = {
    isObject: false,
    shape,
    value: [root],
    call: undefined,
    key: '',
    index: 0,
    awaitsKey: false,
    keys: 0,
  };
  const tell = (kind: Token['kind'], start: number, end: number) =>
    visit({
      kind,
      start,
      end,
      key: frame.key,
      call: frame.call,
      value: valueIn(frame),
      leaf: kind === 'string' ? leafOf(frame) : innerShape(frame) === 'opaque' ? 'opaque' : 'field',
      siblings: objectOf(frame.value),
    });
  for (let at = 0; at < json.length; at++) {
    switch (json.charCodeAt(at)) {
      case quote: {
        const end = endOfString(json, at + 1);
        if (frame.awaitsKey) {
          frame.key = decodeString(json, at + 1, end);
          frame.keys++;
          if (isFree(frame)) tell('key', at + 1, end);
        } else tell('string', at + 1, end);
        at = end;
        break;
      }
      case brace:
      case bracket:
        stack.push(frame);
        frame = enter(frame, json.charCodeAt(at) === brace);
        break;
      case closingBrace:
        if (Object.keys(objectOf(frame.value)).length !== frame.keys) throw new DuplicateKey('a key stands twice');
        frame = stack.pop()!;
        break;
      case closingBracket:
        frame = stack.pop()!;
        break;
      case comma:
        frame.index++;
        frame.awaitsKey = frame.isObject;
        break;
      case colon:
        frame.awaitsKey = false;
        break;
      default:
        if (isDigit(json.charCodeAt(at))) {
          const end = endOfNumber(json, at);
          if (isFree(frame) || frame.shape === undefined) tell('number', at, end);
          at = end - 1;
        }
    }
  }
}

/** The text of a JSON string, from inside of its quotes. */
export function decodeString(json: string, start: number, end: number): string {
  const raw = json.slice(start, end);
  return raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw;
}

/** For each unit of a decoded string, and its end, where it stands in its source. */
export function sourceOffsets(raw: string): (unit: number) => number {
  if (!raw.includes('\\')) return unit => unit;
  const offsets: number[] = [];
  for (let at = 0; at < raw.length; ) {
    offsets.push(at);
    at += raw[at] !== '\\' ? 1 : raw[at + 1] === 'u' ? 6 : 2;
  }
  offsets.push(raw.length);
  return unit => offsets[unit] as number;
}

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const bracket = 0x5b;
const closingBracket = 0x5d;
const brace = 0x7b;
const closingBrace = 0x7d;
const backslash = 0x5c;

function enter(outer: Frame, isObject: boolean): Frame {
  const shape = innerShape(outer);
  const value = valueIn(outer);
  const named = isObject && isObjectShape(shape) && shape.call !== undefined ? objectOf(value)[shape.call] : undefined;
  const call = typeof named === 'string' ? named : outer.call;
  return { isObject, shape, value, call, key: outer.key, index: 0, awaitsKey: isObject, keys: 0 };
}

/** The shape of what stands at the current place of a frame. */
function innerShape(frame: Frame): Shape {
  if (!frame.isObject) return frame.shape;
  if (isObjectShape(frame.shape))
    return Object.hasOwn(frame.shape.keys, frame.key) ? frame.shape.keys[frame.key] : undefined;
  return frame.shape === 'opaque' ? 'opaque' : undefined;
}

function leafOf(frame: Frame): Leaf {
  const shape = innerShape(frame);
  if (typeof shape === 'function') return shape(objectOf(frame.value));
  if (isObjectShape(shape)) return shape.string ?? 'field';
  return shape ?? 'field';
}

/** Whether nothing is known of an object: its keys are texts, too. */
function isFree({ isObject, shape }: Frame): boolean {
  return isObject && !isObjectShape(shape) && shape !== 'opaque';
}

function isObjectShape(shape: Shape): shape is ObjectShape {
  return typeof shape === 'object';
}

function valueIn({ isObject, value, key, index }: Frame): unknown {
  return isObject ? objectOf(value)[key] : Array.isArray(value) ? (value[index] as unknown) : undefined;
}

function endOfString(json: string, from: number): number {
  for (let at = json.indexOf('"', from); ; at = json.indexOf('"', at + 1)) {
    let before = at;
    while (json.charCodeAt(before - 1) === backslash) before--;
    // Of an even number of backslashes each second one is itself escaped.
    if ((at - before) % 2 === 0) return at;
  }
}

function endOfNumber(json: string, from: number): number {
  let at = from + 1;
  while (isDigit(json.charCodeAt(at)) || '.eE+-'.includes(json[at] ?? ' ')) at++;
  return at;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
