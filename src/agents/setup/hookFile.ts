import { createHash } from 'node:crypto';
import { parse } from 'jsonc-parser';
import { type Fields, fieldsOf, readConfig } from '../launch/readConfig';
import { isHookLine } from './commandLine';
import type { HookSetup } from './hookSetup';
import { insertJson, type Path, type Piece, removeAt, takeOut, type Wanted } from './insertJson';

/** What is kept about a file that hooks were put into; it holds our own pieces and nothing else of the file. */
export interface HookRecord {
  readonly file: string;
  /** Of the text as it stood then, SHA-256 in hex: while it holds, taking the pieces out is exact. */
  readonly hash: string;
  readonly pieces: readonly Piece[];
  readonly made: readonly Path[];
  /** Whether there was no such file before, and the first folder that was missing for it. */
  readonly created: boolean;
  readonly folder?: string;
}

export type Added =
  | { readonly text: string; readonly record: Pick<HookRecord, 'hash' | 'pieces' | 'made' | 'created'> }
  | { readonly error: string };

/** A file's text with the hooks in it; undefined stands for no file. */
export function addHooks(text: string | undefined, wanted: readonly Wanted[]): Added {
  const inserted = insertJson(text === undefined || text.trim() === '' ? '{}\n' : text, wanted);
  if ('error' in inserted) return inserted;
  if (!hasHooks(inserted.text, wanted)) return { error: 'it names a field twice' };
  const { pieces, made } = inserted;
  const created = text === undefined || text.trim() === '';
  return { text: inserted.text, record: { hash: hashOf(inserted.text), pieces, made, created } };
}

/** Whether all of them stand there, as they would be written now. */
export function hasHooks(text: string, wanted: readonly Wanted[]): boolean {
  const config: unknown = parse(text);
  return wanted.every(({ path, value, inList }) => {
    const found = path.reduce<unknown>((all, name) => fieldsOf(all)[name], config);
    const same = (one: unknown) => JSON.stringify(one) === JSON.stringify(value);
    return inList ? Array.isArray(found) && found.some(same) : found !== undefined;
  });
}

/** The lines of our hooks in a file, by the events they stand at. */
export function hookLines(
  text: string | undefined,
  { name }: Pick<HookSetup, 'name'>,
): { event: string; line: string }[] {
  return ourPlaces(readConfig('hooks.json', text), name).map(({ event, line }) => ({ event, line }));
}

/** A file's text without our hooks: to the byte as it was where nothing else has changed, else without what is ours. */
export function removeHooks(text: string, { name }: HookSetup, record: HookRecord | undefined): string | undefined {
  if (hookLines(text, { name }).length === 0) return text;
  const exact = record && hashOf(text) === record.hash ? takeOut(text, record.pieces) : undefined;
  if (exact !== undefined) return record?.created ? undefined : exact;
  const left = prune(removePlaces(text, name), record);
  const gone = record?.created && Object.keys(readConfig('hooks.json', left)).every(key => key === 'version');
  return gone ? undefined : left;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

interface Place {
  readonly event: string;
  readonly line: string;
  readonly path: Path;
}

/** Where our hooks stand: an element of an event's list, or one of several hooks in such an element. */
function ourPlaces(config: Fields, client: string): Place[] {
  return Object.entries(fieldsOf(config.hooks)).flatMap(([event, list]) =>
    (Array.isArray(list) ? (list as unknown[]) : []).flatMap((element, i) => {
      const { hooks } = fieldsOf(element);
      const inner = Array.isArray(hooks) ? (hooks as unknown[]) : undefined;
      const lines = (inner ?? [element]).map(hook => lineOf(hook, client));
      const whole = lines.every(line => line !== undefined);
      return lines.flatMap((line, j): Place[] =>
        line === undefined || (whole && j > 0)
          ? []
          : [{ event, line, path: whole ? ['hooks', event, i] : ['hooks', event, i, 'hooks', j] }],
      );
    }),
  );
}

function lineOf(hook: unknown, client: string): string | undefined {
  const { command, bash, powershell } = fieldsOf(hook);
  return [command, bash, powershell].find((line): line is string => isHookLine(line, client));
}

/** From the last to the first, so that the places before stay where they are. */
function removePlaces(text: string, client: string): string {
  const places = ourPlaces(readConfig('hooks.json', text), client);
  return places.toReversed().reduce((left, { path }) => removeAt(left, path), text);
}

/** Takes away what was only made for our hooks and is empty now. */
function prune(text: string, record: HookRecord | undefined): string {
  const covers = (path: Path) => record?.made.some(made => made.every((name, i) => path[i] === name)) ?? true;
  const at = (path: Path) => path.reduce<unknown>((all, name) => fieldsOf(all)[name], parse(text));
  const isEmpty = (value: unknown) => typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  let left = text;
  const drop = (path: Path, may: (value: unknown) => boolean) => {
    const value = path.reduce<unknown>((all, name) => fieldsOf(all)[name], parse(left));
    if (value !== undefined && may(value) && covers(path)) left = removeAt(left, path);
  };
  for (const event of Object.keys(fieldsOf(at(['hooks'])))) drop(['hooks', event], isEmpty);
  drop(['hooks'], isEmpty);
  if (record) for (const path of fields) drop(path, value => value === true || value === 1);
  drop(['tools'], value => record !== undefined && isEmpty(value));
  return left;
}

/** What stands beside the hooks in some clients' files. */
const fields: readonly Path[] = [['version'], ['tools', 'enableHooks']];
