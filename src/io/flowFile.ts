import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A step of a session, as `gateway/mcp/flow.ts` has it. */
interface Step {
  readonly leg: 'private' | 'untrusted' | 'out';
  readonly server: string;
  readonly tool: string;
  readonly why: string;
}

/**
 * What the servers of one client have brought into its session: each is proxied by a process of its own, and all of them write into
 * one file, line by line. It holds names of tools and no value. `session` is what these processes have in common: their parent.
 */
export function openFlowFile(stateFolder: string, session: string) {
  const folder = join(stateFolder, 'mcp');
  const file = join(folder, `flow-${session.replace(/[^\w-]/g, '_').slice(0, 80)}.jsonl`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  dropOld(folder);
  let seen = '';
  let steps: readonly Step[] = [];
  return {
    steps(): readonly Step[] {
      const known = statSync(file, { throwIfNoEntry: false });
      const stamp = known ? `${known.ino} ${known.size}` : '';
      if (stamp !== seen) {
        steps = known ? readSteps(readFileSync(file, 'utf8')) : [];
        seen = stamp;
      }
      return steps;
    },
    add(step: Step): void {
      // What another process has left half written is ended first.
      appendFileSync(file, `\n${JSON.stringify(step)}\n`, { mode: 0o600 });
    },
  };
}

/** A session that nothing has come into for so long is another one. */
const lasts = 12 * 60 * 60 * 1000;

function dropOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const known = name.startsWith('flow-') ? statSync(file, { throwIfNoEntry: false }) : undefined;
    if (known && Date.now() - known.mtimeMs > lasts) rmSync(file, { force: true });
  }
}

function readSteps(text: string): Step[] {
  return text.split('\n').flatMap(line => {
    try {
      return line === '' ? [] : [JSON.parse(line) as Step];
    } catch {
      // Another process is writing it this moment.
      return [];
    }
  });
}
