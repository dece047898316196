import { type Foreign, type ForeignPart, type ForeignPorts, foreignFault } from './foreign';
import { foreignFiles } from './foreignFiles';
import { readGitleaksConfig } from './gitleaksConfig';
import { readGitleaksIgnore } from './gitleaksIgnore';
import { readSecretlintConfig, readSecretlintIgnore } from './secretlintConfig';
import { readSecretsBaseline } from './secretsBaseline';
import type { TeamRule } from './teamRule';

/** Reads what other scanners' files in a workspace say. A file that is broken gives faults, and the others still hold. */
export function readForeign(ports: ForeignPorts): Foreign {
  const files: string[] = [];
  const parts: ForeignPart[] = [];
  for (const [format, names] of Object.entries(foreignFiles)) {
    for (const name of names) {
      const text = ports.read(name);
      if (typeof text === 'string') {
        files.push(name);
        parts.push(readers[format as keyof typeof foreignFiles](text, name, ports));
      } else if (text) parts.push({ faults: [foreignFault(name, text.message)] });
    }
  }
  const rules = new Map<string, TeamRule>();
  for (const rule of parts.flatMap(part => part.rules ?? [])) {
    if (!rules.has(rule.detector.id)) rules.set(rule.detector.id, rule);
  }
  return {
    rules: [...rules.values()],
    acceptors: parts.flatMap(part => part.acceptors ?? []),
    faults: parts.flatMap(part => part.faults ?? []),
    files,
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
