import { judgeTools } from '../../src/agents/toolDefinitions/judgeTools';
import type { ToolDefinition } from '../../src/agents/toolDefinitions/toolDefinition';
import { collectTools, type Listed, readListed } from './tools/collectTools';
import { authors, poisonedBy, poisonedTools } from './tools/poison';

/**
 * Says how many poisoned definitions are flagged, and how many of real servers. `--collect` asks the servers again that are missing;
 * `--misses` shows what of the half that may be tuned on is judged wrongly. Exits with 1 where the held-out half misses the goal.
 */
const goal = { recall: 0.95, alarms: 0.01 };

void main();

async function main(): Promise<void> {
  if (process.argv.includes('--collect') || readListed('tuned').length === 0) await collectTools();
  const misses = process.argv.includes('--misses');
  let missed = false;
  for (const half of process.argv.includes('--tuned') ? (['tuned'] as const) : (['tuned', 'heldOut'] as const)) {
    const own = readListed(half);
    const benign = own.flatMap(it => judged(it).map(({ name, reason }) => ({ server: it.server, name, reason })));
    const alarms = benign.filter(({ reason }) => reason);
    const poisoned = poisonedTools(half);
    const lost = poisoned.filter(({ tool }) => !judged({ server: 'x', tools: [tool] })[0]?.reason);
    const share = (part: number, whole: number) =>
      `${part}/${whole} = ${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
    console.log(`${half}: ${share(poisoned.length - lost.length, poisoned.length)} of poisoned definitions flagged`);
    console.log(`${half}: ${share(alarms.length, benign.length)} of definitions flagged of ${own.length} real servers`);
    if (half === 'heldOut')
      missed = lost.length > (1 - goal.recall) * poisoned.length || alarms.length > goal.alarms * benign.length;
    const kinds = [...new Set(lost.map(({ kind }) => kind))];
    console.log(
      `  missed by kind: ${kinds.map(kind => `${kind} ${lost.filter(it => it.kind === kind).length}`).join(', ') || 'none'}`,
    );
    if (misses) {
      for (const { server, name, reason } of alarms) console.log(`  alarm  ${server} ${name}: ${reason}`);
      for (const { kind, place, tool } of lost)
        console.log(`  missed ${kind} ${place}: ${JSON.stringify(tool).slice(0, 300)}`);
    }
  }
  for (const [group, list] of Object.entries(authors))
    for (const [at, [name, author]] of Object.entries(list).entries()) {
      const own = poisonedBy(author, 17 + at);
      const open = own.filter(({ kind }) => kind in author.payloads);
      const found = (of: typeof own) =>
        of.filter(({ tool }) => judged({ server: 'x', tools: [tool] })[0]?.reason).length;
      console.log(
        `${group} author ${name}: ${found(own)}/${own.length}, of those in plain text ${found(open)}/${open.length}`,
      );
    }
  for (const group of ['fresh', 'last'] as const) {
    const all = readListed(group).flatMap(judged);
    console.log(`${group} servers: ${all.filter(({ reason }) => reason).length}/${all.length} definitions flagged`);
  }
  console.log(missed ? 'goal not met' : `goal met: at least ${goal.recall * 100} % at most ${goal.alarms * 100} %`);
  process.exit(missed ? 1 : 0);
}

function judged(listed: Listed): { name: string; reason: string | undefined }[] {
  const definitions = [...listed.tools, ...(listed.prompts ?? []), ...(listed.resources ?? [])] as ToolDefinition[];
  const found = judgeTools(listed.server, definitions).filter(({ severity }) => severity !== 'information');
  return definitions.map(({ name }) => ({ name, reason: found.find(({ tool }) => tool === name)?.reason }));
}
