import type { Clock, Fault } from '../model';
import { createCompiler } from './compiler';
import {
  type Acceptor,
  type FilePorts,
  type Foreign,
  type ForeignPart,
  type ForeignPorts,
  foreignFault,
} from './foreign';
import { foreignFiles } from './foreignFiles';
import { readGitleaksConfig } from './gitleaksConfig';
import { readGitleaksIgnore } from './gitleaksIgnore';
import { readSecretlintConfig, readSecretlintIgnore } from './secretlintConfig';
import { readSecretsBaseline } from './secretsBaseline';
import type { TeamRule } from './teamRule';

/** Reads what other scanners' files in a workspace say. A file that is broken gives faults, and the others still hold. */
export function readForeign(ports: ForeignPorts): Foreign {
  const files = new Set<string>();
  const read: ForeignPorts['read'] = path => {
    const text = ports.read(path);
    if (typeof text === 'string') files.add(path);
    return text;
  };
  const parts: ForeignPart[] = [];
  const filePorts: FilePorts = { ...ports, read, compiler: createCompiler(ports.now) };
  for (const [format, names] of Object.entries(foreignFiles)) {
    for (const name of names) {
      const text = read(name);
      if (typeof text === 'string') parts.push(readers[format as keyof typeof foreignFiles](text, name, filePorts));
      else if (text) parts.push({ faults: [foreignFault(name, text.message)] });
    }
  }
  const rules = new Map<string, TeamRule>();
  for (const rule of parts.flatMap(part => part.rules ?? [])) {
    if (!rules.has(rule.detector.id)) rules.set(rule.detector.id, rule);
  }
  return {
    rules: [...rules.values()],
    acceptors: parts.flatMap(part => part.acceptors ?? []).map(it => watched(it, ports.now)),
    acceptedIn(...found) {
      for (const part of parts) {
        const reason = part.acceptedIn?.(...found);
        if (reason !== undefined) return reason;
      }
      return undefined;
    },
    faults: shortened(parts.flatMap(part => part.faults ?? [])),
    files: [...files],
  };
}

const readers: Readonly<
  Record<keyof typeof foreignFiles, (text: string, name: string, ports: FilePorts) => ForeignPart>
> = {
  gitleaksConfig: readGitleaksConfig,
  gitleaksIgnore: readGitleaksIgnore,
  secretlintConfig: readSecretlintConfig,
  secretlintIgnore: readSecretlintIgnore,
  secretsBaseline: readSecretsBaseline,
};

/** Nobody reads more of them. */
function shortened(faults: readonly Fault[]): readonly Fault[] {
  const [first, ...more] = faults.slice(mostFaults);
  if (!first) return faults;
  const rest = foreignFault(first.where ?? '', `${more.length + 1} more entries are not applied`);
  return [...faults.slice(0, mostFaults), rest];
}

const mostFaults = 50;

/** One that is slow again and again accepts nothing any more: rather a report too many than an editor that stands still. */
function watched(acceptor: Acceptor, now: Clock | undefined): Acceptor {
  if (!now) return acceptor;
  let strikes = 0;
  return found => {
    if (strikes >= mostStrikes) return undefined;
    const began = now();
    const reason = acceptor(found);
    if (now() - began > slow) strikes++;
    return reason;
  };
}

const mostStrikes = 5;

/** Milliseconds; an ordinary allow-list takes less than one. */
const slow = 100;
