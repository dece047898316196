import { type AgentFile, type AgentItem, type AgentReading, levels } from '../../core/agents';
import { inventoryClients } from './clients';
import { lookAtUnknown, unknownClient } from './generic';
import { createLook, type LookPorts } from './look';
import { agentPlaces, readerOf } from './places';
import { lookAtScript } from './scripts';

/** What one file says of agents: what they are, and what is wrong with it. Nothing is started and nothing is fetched. */
export function readAgentFile(file: AgentFile, ports: LookPorts, referenced = false): AgentReading {
  const reader = readerOf(file.path, file.place);
  const look = createLook(file, reader?.client.id ?? (referenced ? 'repository' : unknownClient.id), ports);
  if (referenced) lookAtScript(look);
  else (reader?.kind.read ?? lookAtUnknown)(look);
  const { items, faults } = look;
  const findings = [...look.findings].sort(
    (a, b) => a.start - b.start || levels.indexOf(b.level) - levels.indexOf(a.level),
  );
  return withoutSecrets({ items, findings, faults }, file.text);
}

/** A secret may also stand where no value is expected: as a server's name, in a way, in a command's first words. */
function withoutSecrets(reading: AgentReading, text: string): AgentReading {
  let told: string | undefined;
  for (const { detector, start, end } of reading.findings) {
    const secret = detector === 'agent/inline-secret' ? JSON.stringify(text.slice(start, end)).slice(1, -1) : '';
    if (secret.length < shortestSecret) continue;
    told ??= JSON.stringify(reading);
    if (told.includes(secret)) told = told.replaceAll(secret, '••••');
  }
  return told === undefined ? reading : (JSON.parse(told) as AgentReading);
}

/** Shorter ones would take ordinary words away. */
const shortestSecret = 8;

/** The clients themselves, each once for each of its owners: at the first file that names it. */
export function clientItems(items: readonly AgentItem[]): AgentItem[] {
  const found = new Map<string, AgentItem>();
  for (const { client, owner, file, span, at, lastChange } of items) {
    const id = `client:${client}:${owner}`;
    const changed = [found.get(id)?.lastChange, lastChange]
      .filter(it => it !== undefined)
      .sort()
      .at(-1);
    const first = found.get(id) ?? {
      id,
      type: 'client',
      client,
      name: clientTitle(client),
      file,
      span,
      at,
      owner,
      scopes: {},
    };
    found.set(id, { ...first, ...(changed ? { lastChange: changed } : {}) });
  }
  return [...found.values()].filter(({ client }) => !nobodys.has(client));
}

/** What belongs to no client of its own. */
const nobodys = new Set(['repository', 'other']);

/** The name of a client for a person. */
export function clientTitle(id: string): string {
  return inventoryClients.find(it => it.id === id)?.title ?? id;
}

export { agentPlaces };
