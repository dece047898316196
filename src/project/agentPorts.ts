import { join } from 'node:path';
import type { LookPorts } from '../agents/inventory/look';
import { matchesName } from '../core/matchNames';
import type { Scanner } from '../core/scan';
import { fieldsOf, textOf } from '../core/untyped';
import { readBounded } from '../io/boundedFile';

/** What looking at the files of AI clients takes from a workspace. */
export interface AgentsWorld {
  readonly root: string;
  readonly scanner: Scanner;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Globs over the names and origins of servers that may be used; any may where there are none. */
  readonly allowedServers: readonly string[];
}

/** The ports of the inventory, by a workspace's own scanner and lock of packages. */
export function agentPorts({ root, scanner, today, allowedServers }: AgentsWorld): LookPorts {
  const versions = lockedVersions(root);
  const globs = allowedServers.map(matchesName);
  return {
    today,
    fingerprint: scanner.fingerprint,
    scan: (text, source) => scanner.scan(text, source),
    versionOf: (ecosystem, name) => (ecosystem === 'npm' ? versions.get(name) : undefined),
    ...(globs.length > 0 ? { allowedServers: (name: string) => globs.some(matches => matches(name)) } : {}),
  };
}

/** The versions that npm's lock in the root has: what a pin takes first. */
function lockedVersions(root: string): ReadonlyMap<string, string> {
  const packages = fieldsOf(fieldsOf(readJson(join(root, 'package-lock.json'))).packages);
  return new Map(
    Object.entries(packages).flatMap(([way, entry]) => {
      const version = textOf(fieldsOf(entry).version);
      return way.startsWith('node_modules/') && version !== undefined ? [[way.slice(13), version] as const] : [];
    }),
  );
}

/** In bytes. */
const maximumSize = 64 * 1024 * 1024;

function readJson(file: string): unknown {
  const read = readBounded(file, maximumSize);
  try {
    return read && 'text' in read ? JSON.parse(read.text) : undefined;
  } catch {
    return undefined; // No lock, or none of npm's: nothing is proposed then.
  }
}
