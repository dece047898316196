import type { Ecosystem, PackageEntry } from '../../core/packages';

/** A bill of materials, whatever format it is written in or was read from. */
export interface Bom {
  /** What it is about. */
  readonly name: string;
  readonly components: readonly BomComponent[];
}

export interface BomComponent {
  /** Unique within the bill: the package URL, where it has one. */
  readonly ref: string;
  /** Undefined for what other tools' bills hold of ecosystems that aren't known here. */
  readonly ecosystem?: Ecosystem;
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
  /** As the file has it: an SPDX expression, or free text. */
  readonly licence?: string;
  readonly hashes: readonly BomHash[];
  readonly use?: PackageEntry['use'];
  /** Whether the project itself asks for it; undefined where nothing tells. */
  readonly direct?: boolean;
  /** What a manifest asks for, where there is no version. */
  readonly requirement?: string;
  /** The files that name it. */
  readonly files: readonly string[];
  /** The refs of what it needs itself. */
  readonly needs: readonly string[];
}

export interface BomHash {
  readonly algorithm: 'MD5' | 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';
  /** In lower case. */
  readonly hex: string;
}
