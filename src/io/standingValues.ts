import { readTextFile } from './readTextFile';
import { filesIn } from './transcriptFiles';

/** Finds out which values still stand in the folders that their sessions worked in. Links are not followed. */
export function createStanding() {
  /** For each folder the values to look for, by their fingerprints. */
  const asked = new Map<string, Map<string, string>>();
  return {
    ask(folder: string | undefined, fingerprint: string, value: string): void {
      if (folder === undefined || !/^(?:\/|[A-Za-z]:)/.test(folder)) return;
      const values = asked.get(folder) ?? new Map<string, string>();
      asked.set(folder, values);
      if (values.size < most) values.set(fingerprint, value);
    },
    /** The files, at most a few, of each fingerprint that was looked for everywhere; those that stand nowhere have none. */
    look(): Map<string, readonly string[]> {
      const found = new Map<string, string[]>();
      const unknown = new Set<string>();
      for (const [folder, values] of asked) {
        for (const fingerprint of values.keys()) found.set(fingerprint, found.get(fingerprint) ?? []);
        if (!lookIn(folder, values, found)) for (const fingerprint of values.keys()) unknown.add(fingerprint);
      }
      for (const fingerprint of unknown) if (found.get(fingerprint)?.length === 0) found.delete(fingerprint);
      return found;
    },
  };
}

/** Whether it has seen all of a folder. A folder that is gone holds nothing any more. */
function lookIn(folder: string, values: ReadonlyMap<string, string>, found: Map<string, string[]>): boolean {
  let files = 0;
  for (const way of filesIn(folder, deepest, generated)) {
    if (ownHistory.test(way)) continue;
    if (++files > mostFiles) return false;
    const read = readTextFile(`${folder}/${way}`, largest);
    if (!('text' in read)) continue;
    for (const [fingerprint, value] of values) {
      const files = found.get(fingerprint)!;
      if (files.length < toldFiles && read.text.includes(value)) files.push(`${folder}/${way}`);
    }
  }
  return true;
}

/** What is made from other files, or fetched, has no secrets of its own; and nobody can change what git has kept. */
const generated = new Set(['.git', 'node_modules', '.venv', 'venv', 'target', 'dist', '__pycache__', '.cache']);
/** Sessions stand there too, and a value in them is what is being asked about. */
const ownHistory = /(?:^|\/)(?:\.aider\.[^/]+|\.(?:claude|codex|gemini|copilot|cline|continue)\/.*)$/;
const most = 5000;
const mostFiles = 20_000;
const deepest = 12;
const largest = 1024 * 1024;
const toldFiles = 3;
