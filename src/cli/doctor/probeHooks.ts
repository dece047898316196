import { type Channel, faultOf, hookProbes } from '../../agents/setup/hookProbes';
import { makeCanary } from './canaryFolder';
import { type Ran, runProgram } from './runProgram';

/** Longer than a hook takes to give up by itself, shorter than clients wait. */
const patience = 28_000;

/** Runs the very lines of a client's configuration with messages of that client; gives what is wrong with each channel. */
export async function probeHooks(
  client: string,
  lines: readonly { event: string; line: string }[],
  cwd: string,
): Promise<Readonly<Partial<Record<Channel, string>>>> {
  const canary = makeCanary();
  const faults: Partial<Record<Channel, string>> = {};
  let placeholder = '';
  const { length } = hookProbes(client, { canary, placeholder, cwd });
  for (let i = 0; i < length; i++) {
    const { channel, event, message } = hookProbes(client, { canary, placeholder, cwd })[i]!;
    const line = lines.find(one => one.event === event)?.line;
    if (line === undefined) faults[channel] = `there is no hook for ${event}`;
    else if (channel === 'toolInputs' && placeholder === '')
      faults[channel] = 'not tried: no hook gave a placeholder out';
    else {
      const ran = await runHook(line, message, cwd);
      const fault = faultOf(channel, ran, canary);
      if (fault !== undefined) faults[channel] = fault;
      placeholder ||= /\bSECRET_\w+/.exec(ran.out)?.[0] ?? '';
    }
  }
  return faults;
}

function runHook(line: string, message: object, cwd: string): Promise<Ran> {
  return runProgram(line, [], { cwd, patience, shell: shellOf(line), input: JSON.stringify(message) });
}

function shellOf(line: string): boolean | string {
  return line.startsWith('& ') ? 'powershell.exe' : true;
}
