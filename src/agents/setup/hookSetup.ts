import type { Fields } from '../launch/readConfig';
import type { Wanted } from './insertJson';

/** What a set-up may look at. Paths are absolute. */
export interface SetupWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly windows: boolean;
  /** The folder for our own programs, which the person puts on the PATH. */
  readonly bin: string;
  /** Where it is kept what was put where, so that it can be taken out again. */
  readonly records: string;
  /** What starts Lockside: a Node, or an editor that is one when told so, and the file of the command line. */
  readonly start: { readonly node: string; readonly cli: string; readonly electron: boolean };
  /** The text of a file; undefined where there is none. */
  read(file: string): string | undefined;
  isFolder(path: string): boolean;
  /** The file of a program on the PATH, our own folder left out. */
  find(program: string): string | undefined;
}

/** How a client is told to run hooks, for good. */
export interface HookSetup {
  readonly name: string;
  /** The person's own folder of that client. */
  folder(world: SetupWorld): string;
  /** Set where others make that folder as well, so that it doesn't say that the client is there. */
  readonly sharesFolder?: boolean;
  /** The file in it that names the hooks. */
  readonly file: string;
  /** `program` is what starts Lockside. */
  wanted(program: string, windows: boolean): readonly Wanted[];
  /** Set where the file is a plugin: all of its text. It stands beside the launcher. */
  plugin?(program: string, windows: boolean): string;
  /** Other files that can turn them off: of the person, of the repository, of who manages the machine. */
  switches(world: SetupWorld, root: string): readonly string[];
  /** Why hooks wouldn't run, by one of these files; undefined where nothing in it keeps them from it. */
  turnedOff(config: Fields): string | undefined;
  /** What the person has to do once; a sentence. */
  readonly next?: string;
}

/** Lists in which the hooks of one event stand, each with the same element. */
export function forEvents(events: readonly string[], value: unknown): Wanted[] {
  return events.map(name => ({ path: ['hooks', name], value, inList: true }));
}
