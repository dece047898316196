import { type Dirent, readdirSync, statSync } from 'node:fs';
import type { TranscriptPlace } from '../core/exposure';

export interface TranscriptFile {
  /** Absolute, with forward slashes. */
  readonly file: string;
  readonly place: TranscriptPlace;
  /** In bytes. */
  readonly size: number;
  /** When it was written last, in milliseconds since 1970. */
  readonly changed: number;
}

/** The files of some places, each once, in a steady order. What vanishes meanwhile, and what can't be listed, isn't there. */
export function* transcriptFiles(places: readonly TranscriptPlace[]): Generator<TranscriptFile> {
  const seen = new Set<string>();
  for (const place of places) {
    for (const way of filesIn(place.folder, place.depth)) {
      const file = `${place.folder}/${way}`;
      if (seen.has(file) || !place.files.test(way)) continue;
      seen.add(file);
      const status = statSync(file, { throwIfNoEntry: false });
      if (status?.isFile()) yield { file, place, size: status.size, changed: Math.floor(status.mtimeMs) };
    }
  }
}

/** The ways from a folder to the regular files below it. Links are not followed: they may lead anywhere. */
export function* filesIn(folder: string, depth: number, skips?: ReadonlySet<string>, way = ''): Generator<string> {
  const entries = list(`${folder}/${way}`);
  for (const entry of entries) {
    if (entry.isFile()) yield way + entry.name;
    else if (entry.isDirectory() && depth > 0 && !skips?.has(entry.name))
      yield* filesIn(folder, depth - 1, skips, `${way}${entry.name}/`);
  }
}

function list(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch {
    return [];
  }
}
