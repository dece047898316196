// How many everyday commands the agent hooks hold, how many evasions they let through, and what a hook costs.
//
//     npm run bench:hooks
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerTo, everyday } from '../agents/commands/corpus';
import { type Evasion, evasions } from '../agents/commands/evasions';

const commands = everyday();
const held = commands.filter(command => answerTo(command));
const all = evasions();
const missed = all.filter(({ command }) => !answerTo(command));
const rate = (count: number, of: number) => `${((100 * count) / of).toFixed(1)} %`;

console.log(`everyday commands held: ${held.length} of ${commands.length}`);
for (const command of held) console.log(`  ${command}`);
console.log(
  `evasions held: ${all.length - missed.length} of ${all.length} (${rate(all.length - missed.length, all.length)})`,
);
for (const kind of [...new Set(all.map(one => one.kind))]) {
  const of = (list: readonly Evasion[]) => list.filter(one => one.kind === kind).length;
  console.log(`  ${kind.padEnd(9)} ${of(all) - of(missed)} of ${of(all)}`);
}
for (const { kind, command } of missed) console.log(`  missed: ${kind} ${JSON.stringify(command)}`);

const before = process.cpuUsage();
for (const command of commands) answerTo(command);
const { user, system } = process.cpuUsage(before);
console.log(`judging one command: ${((user + system) / commands.length / 1000).toFixed(2)} ms of CPU`);

/** CPU time of whole hooks, with what judges actions and without it, taking turns. */
const home = mkdtempSync(join(tmpdir(), 'lockside-hooks-'));
writeFileSync(join(home, 'package.json'), '{}');
const cpuOf = (message: object) => {
  const env = { ...process.env, HOME: home, XDG_STATE_HOME: join(home, '.state'), LOCKSIDE_KEY: 'a'.repeat(64) };
  const probe =
    "process.on('exit',()=>{const{user:u,system:s}=process.cpuUsage();require('node:fs').writeSync(2,`CPU${u+s}`)})";
  const file = join(home, 'probe.cjs');
  writeFileSync(file, probe);
  const { stderr } = spawnSync(
    process.execPath,
    ['--require', file, join(__dirname, '../../dist/cli.js'), 'hook', 'claude-code'],
    { input: JSON.stringify(message), cwd: home, env, encoding: 'utf8' },
  );
  return Number(/CPU(\d+)/.exec(stderr)?.[1] ?? Number.NaN) / 1000;
};
const call = (tool_name: string, tool_input: object) => ({
  ...{ hook_event_name: 'PreToolUse', session_id: 's', cwd: home, tool_name, tool_input, tool_use_id: 't' },
});
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
// A tool that nothing is judged of costs what a hook costs; a command costs that and the judging.
const [plain, command]: [number[], number[]] = [[], []];
for (let i = 0; i < 15; i++) {
  plain.push(cpuOf(call('TodoWrite', { text: 'npm test' })));
  command.push(cpuOf(call('Bash', { command: 'npm test && git status' })));
}
rmSync(home, { recursive: true });
console.log(
  `a hook's CPU at the median: ${median(plain).toFixed(1)} ms for a tool that isn't judged, ${median(command).toFixed(1)} ms for a command without danger`,
);
const worse = median(command) - median(plain) > 15;
process.exitCode = held.length > 0 || missed.length > all.length * 0.02 || worse ? 1 : 0;
