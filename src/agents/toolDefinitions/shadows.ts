import { printable } from '../../core/printable';
import { sentences } from './sentences';
import type { ToolDefinition, ToolFinding } from './toolDefinition';
import { toolTexts } from './toolTexts';

/**
 * What a server's definitions do to other servers' tools: orders about them by name, and the same name twice. Only names of several
 * words count in prose, because `search` and `fetch` are words.
 */
export function createShadows(server: string | undefined, tools: readonly ToolDefinition[], others: Others) {
  const own = new Set(tools.map(({ name }) => name));
  const foreign = new Map<string, string>();
  for (const [name, names] of Object.entries(others))
    if (name !== server) for (const tool of names) foreign.set(tool, name);
  const pattern = /[A-Za-z][\w-]{2,80}/g;
  return (tool: ToolDefinition): Omit<ToolFinding, 'tool' | 'server'>[] => {
    const found: Omit<ToolFinding, 'tool' | 'server'>[] = [];
    if (foreign.size === 0) return found;
    for (const { text, where, isName } of toolTexts(tool).texts) {
      if (isName) continue;
      const sentence = sentences(text).find(
        one =>
          orders.test(one) &&
          [...one.matchAll(pattern)].some(
            ([word]) => /[_-]|[a-z][A-Z]/.test(word) && foreign.has(word) && !own.has(word),
          ),
      );
      if (!sentence) continue;
      const reason = "gives orders about another server's tool";
      found.push({
        detector: 'agent/tool-shadowing',
        severity: 'error',
        tier: 'likely',
        reason,
        where: printable(where),
      });
      break;
    }
    const twin = foreign.get(tool.name);
    if (twin !== undefined)
      found.push({
        detector: 'agent/tool-shadowing',
        severity: 'information',
        tier: 'possible',
        reason: `the server ${printable(twin).slice(0, 80)} has a tool of the same name`,
        where: 'name',
      });
    return found;
  };
}

/** Beyond a hint which tool suits: how it must be called, or that it must not. */
const orders =
  /\b(?:must|always|never|do not use|don't use|instead of|has to|have to|set|swap|replace|change[sd]?|redirect|broken|deprecated|requires?|before|bcc|recipient|also)\b/i;

export interface Others {
  /** Names of tools by server, of the servers that the same model sees. */
  readonly [server: string]: readonly string[];
}
