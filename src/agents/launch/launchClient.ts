/** How a client speaks to models; the names are the gateway's. */
export type Wire = 'openai' | 'anthropic' | 'gemini' | 'ollama';

/** What a launcher may look at and ask for; given by whoever starts clients. Paths are absolute, with forward slashes. */
export interface LaunchWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What the person gives the client. */
  readonly args: readonly string[];
  readonly home: string;
  /** The repository that the client works in. */
  readonly root: string;
  /** A folder that is gone when the client has ended. */
  readonly passing: string;
  /** The text of a file; undefined where there is none. */
  read(file: string): string | undefined;
  /** Whether git would publish a file: then it speaks for strangers, and not for the person. */
  isPublished(file: string): Promise<boolean>;
  /** The address at the gateway that leads to a provider's own base address. */
  route(wire: Wire, url: string): Promise<string>;
}

/** What is changed for a client to reach its models through the gateway alone. */
export interface Launch {
  /** All of them, what the person gave included. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Files to be written, by their paths in the passing folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** A folder of the passing folder that shows another one, but for the files that are written into it. */
  readonly mirror?: { readonly folder: string; readonly of: string };
  /** What stays unguarded, for the person to know. */
  readonly unguarded?: readonly string[];
}

/** Why a client isn't started: what turns it elsewhere, and where that stands. */
export interface Refused {
  readonly refused: string;
  /** Whether that is because a repository turns the client elsewhere. */
  readonly elsewhere?: boolean;
}

/** A client that `lockside run` starts. */
export interface LaunchClient {
  readonly title: string;
  /** The names that the person may call it by; the first is its own. */
  readonly names: readonly string[];
  readonly program: string;
  plan(world: LaunchWorld): Promise<Launch | Refused>;
}
