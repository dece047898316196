import { type Foreign, type ForeignPart, type ForeignPorts, foreignFault } from './foreign';
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
  for (const [format, names] of Object.entries(foreignFiles)) {
    for (const name of names) {
      const text = read(name);
      if (typeof text === 'string')
        parts.push(readers[format as keyof typeof foreignFiles](text, name, { ...ports, read }));
      else if (text) parts.push({ faults: [foreignFault(name, text.message)] });
    }
  }
  const rules = new Map<string, TeamRule>();
  for (const rule of parts.flatMap(part => part.rules ?? [])) {
    if (!rules.has(rule.detector.id)) rules.set(rule.detector.id, rule);
  }
  return {
    rules: [...rules.values()],
    acceptors: parts.flatMap(part => part.acceptors ?? []),
    acceptedIn(commit, path, line) {
      for (const part of parts) {
        const reason = part.acceptedIn?.(commit, path, line);
        if (reason !== undefined) return reason;
      }
      return undefined;
    },
    faults: parts.flatMap(part => part.faults ?? []),
    files: [...files],
  };
}

const readers: Readonly<
  Record<keyof typeof foreignFiles, (text: string, name: string, ports: ForeignPorts) => ForeignPart>
> = {
  gitleaksConfig: readGitleaksConfig,
  gitleaksIgnore: readGitleaksIgnore,
  secretlintConfig: readSecretlintConfig,
  secretlintIgnore: readSecretlintIgnore,
  secretsBaseline: readSecretsBaseline,
};
