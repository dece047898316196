import { homedir } from 'node:os';
import type { TranscriptWorld } from '../core/exposure';
import { readTextFile } from './readTextFile';

/** This machine, as the clients of this user see it. `workspaces` are folders that clients may have worked in. */
export function transcriptWorld(workspaces: readonly string[]): TranscriptWorld {
  return {
    env: process.env,
    home: slashed(homedir()),
    platform: process.platform,
    workspaces: workspaces.map(slashed),
    read(file) {
      const read = readTextFile(file, 1024 * 1024);
      return 'text' in read ? read.text : undefined;
    },
  };
}

function slashed(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
