import { type AgentFile, type AgentReading, levels } from '../../core/agents';
import { inventoryClients } from './clients';
import { createLook, type LookPorts } from './look';
import { agentPlaces, readerOf } from './places';
import { lookAtScript } from './scripts';

/** What one file says of agents: what they are, and what is wrong with it. Nothing is started and nothing is fetched. */
export function readAgentFile(file: AgentFile, ports: LookPorts, referenced = false): AgentReading {
  const reader = readerOf(file.path, file.place);
  const look = createLook(file, reader?.client.id ?? 'repository', ports);
  if (reader && !referenced) reader.kind.read(look);
  else lookAtScript(look);
  const { items, faults } = look;
  const findings = [...look.findings].sort(
    (a, b) => a.start - b.start || levels.indexOf(b.level) - levels.indexOf(a.level),
  );
  return { items, findings, faults };
}

/** The name of a client for a person. */
export function clientTitle(id: string): string {
  return inventoryClients.find(it => it.id === id)?.title ?? id;
}

export { agentPlaces };
