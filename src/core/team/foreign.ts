import type { Clock, Fault } from '../model';
import type { Seen } from './allowList';
import type { Compiler } from './compiler';
import type { TeamRule } from './teamRule';

/** What reading foreign files needs from the outside. */
export interface ForeignPorts {
  /** A file's text by its path relative to the workspace's root; a fault where it may not be read, undefined where there is none. */
  read(path: string): string | Fault | undefined;
  /** SHA-1 of a value's UTF-8 bytes, 40 hexadecimal digits. */
  sha1(value: string): string;
  /** Without a clock nothing takes too long. */
  readonly now?: Clock;
}

/** What other scanners' files say. */
export interface Foreign {
  readonly rules: readonly TeamRule[];
  readonly acceptors: readonly Acceptor[];
  /** The same for what a commit, by its full hash, brought to a line of a file, by the detector's id. */
  acceptedIn(commit: string, path: string, line: number, detector: string): string | undefined;
  readonly faults: readonly Fault[];
  /** The files that were read, relative to the root; those that others extend are among them. */
  readonly files: readonly string[];
}

/** A finding as the file of another scanner may know it. */
export interface FoundHere extends Seen {
  /** A detector's id. */
  readonly detector: string;
  /** The lines it stands on, the first one being 1. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Says where and why a finding has been accepted, as a clause; undefined where it has not. */
export type Acceptor = (found: FoundHere) => string | undefined;

/** What reading one file needs. */
export interface FilePorts extends ForeignPorts {
  readonly compiler: Compiler;
}

/** What one file came to. */
export interface ForeignPart {
  readonly rules?: readonly TeamRule[];
  readonly acceptors?: readonly Acceptor[];
  readonly acceptedIn?: Foreign['acceptedIn'];
  readonly faults?: readonly Fault[];
}

/** What is wrong at a place in a foreign file. */
export function foreignFault(where: string, message: string): Fault {
  return { code: 'settings', where, message };
}
