import type { Fault, Kind, Tier } from './model';

/**
 * What became of a text: `out` where it went to a provider, `in` where it came from one, `kept` where it only lies on this
 * machine. Of several, the first that holds counts.
 */
export type Direction = 'out' | 'in' | 'kept';

/** What a client's file says about a text in it. */
export interface Said {
  readonly direction: Direction;
  /** Milliseconds since 1970. */
  readonly time?: number;
  readonly session?: string;
  /** The folder that the client worked in, absolute. */
  readonly workspace?: string;
  readonly provider?: string;
  readonly model?: string;
}

/** Where a client keeps files of a kind. Links below the folder are not followed. */
export interface TranscriptPlace {
  /** Absolute, with forward slashes. */
  readonly folder: string;
  /** Which files, by their way from the folder, with forward slashes. */
  readonly files: RegExp;
  /** How many folders deep; 0 for the folder's own files. */
  readonly depth: number;
  /** What holds where a record doesn't say. */
  readonly direction: Direction;
}

/** What an object of a record says about the texts in it, given what is said around it and the name that it stands under. */
export type TranscriptLook = (fields: Readonly<Record<string, unknown>>, name: string, said: Said) => Said;

/** An AI client's way of keeping its sessions. */
export interface TranscriptClient {
  readonly name: string;
  readonly title: string;
  places(world: TranscriptWorld): readonly TranscriptPlace[];
  /** Made anew for each run, because records may refer to earlier ones. */
  createLook(): TranscriptLook;
  /** The address that a provider has in the client's own configuration, as it stands today. */
  address(world: TranscriptWorld, said: Pick<Said, 'provider' | 'model'>): string | undefined;
  /** The folder that a file's session worked in, where it stands beside the file. */
  workspaceOf?(file: string, world: TranscriptWorld): string | undefined;
  /** What its files can't tell, for the person. */
  readonly note?: string;
}

/** The machine as far as transcripts are concerned. Paths are absolute, with forward slashes. */
export interface TranscriptWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly platform: string;
  /** Folders that clients worked in, as far as they are known. */
  readonly workspaces: readonly string[];
  /** `User` folders of editors that run elsewhere than usual. */
  readonly editors?: readonly string[];
  /** The text of a file; undefined where there is none. */
  read(file: string): string | undefined;
}

/** A session that a value stands in. */
export interface ExposedSession {
  readonly file: string;
  readonly session?: string;
  readonly workspace?: string;
}

/** Where a text went, as far as file and configuration tell. */
export interface ExposedTo {
  readonly provider?: string;
  readonly model?: string;
  /** Scheme and host alone: the rest of an address may be a key. */
  readonly address?: string;
}

/** One value at one client; never the value itself. */
export interface Exposed {
  readonly client: string;
  readonly detector: string;
  readonly kind: Kind;
  readonly title: string;
  readonly tier: Tier;
  readonly fingerprint: string;
  readonly masked: string;
  readonly direction: Direction;
  readonly times: number;
  /** Milliseconds since 1970, of the occurrences in that direction. */
  readonly first?: number;
  readonly last?: number;
  readonly to: readonly ExposedTo[];
  readonly sessions: readonly ExposedSession[];
  /** Files of its workspaces that have the value still; undefined where nobody could look. */
  readonly standsIn?: readonly string[];
}

/** What was looked at, and what it came to. */
export interface Exposure {
  readonly exposed: readonly Exposed[];
  readonly clients: readonly {
    readonly name: string;
    readonly title: string;
    readonly files: number;
    readonly note?: string;
  }[];
  readonly bytes: number;
  readonly faults: readonly Fault[];
}

/** An occurrence of a value, on its way into the report. */
export interface Occurrence
  extends Pick<Exposed, 'client' | 'detector' | 'kind' | 'title' | 'tier' | 'fingerprint' | 'masked'> {
  readonly said: Said;
  readonly file: string;
  readonly address?: string;
}

/** Gathers occurrences into one entry for each value and client. */
export function createExposureTally() {
  const entries = new Map<string, Entry>();
  return {
    add(one: Occurrence): void {
      const key = `${one.client}\0${one.fingerprint}`;
      const entry = entries.get(key) ?? { ...rowOf(one), to: new Map(), sessions: new Map() };
      entries.set(key, entry);
      if (ranks[one.said.direction] > ranks[entry.direction]) Object.assign(entry, fresh(one.said.direction));
      take(entry, one);
    },
    /** Those that left first, in each group the newest first. */
    exposed(): Exposed[] {
      return [...entries.values()]
        .map(entry => ({ ...entry, to: [...entry.to.values()], sessions: [...entry.sessions.values()] }))
        .sort((a, b) => ranks[b.direction] - ranks[a.direction] || (b.last ?? 0) - (a.last ?? 0));
    },
  };
}

type Entry = {
  -readonly [Key in keyof Omit<Exposed, 'to' | 'sessions'>]: Exposed[Key];
} & { readonly to: Map<string, ExposedTo>; readonly sessions: Map<string, ExposedSession> };

const ranks: Readonly<Record<Direction, number>> = { out: 2, in: 1, kept: 0 };

function rowOf({ client, detector, kind, title, tier, fingerprint, masked, said }: Occurrence) {
  return { client, detector, kind, title, tier, fingerprint, masked, ...fresh(said.direction) };
}

/** What left says more than what came in: times and counts begin anew with it. */
function fresh(direction: Direction) {
  return { direction, times: 0, first: undefined, last: undefined };
}

function take(entry: Entry, { said, file, address }: Occurrence): void {
  const { time, session, workspace, provider, model, direction } = said;
  entry.sessions.set(`${file}\0${session}`, { file, session, workspace });
  if (direction !== entry.direction) return;
  entry.times++;
  if (time !== undefined) {
    entry.first = Math.min(entry.first ?? time, time);
    entry.last = Math.max(entry.last ?? time, time);
  }
  if (direction !== 'kept' && (provider ?? model ?? address) !== undefined)
    entry.to.set(`${provider}\0${model}\0${address}`, { provider, model, address });
}
