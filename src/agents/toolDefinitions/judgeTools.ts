import { printable } from '../../core/printable';
import { credentialParameters } from './credentialParameters';
import { judgeText, type TextVerdict } from './judgeText';
import { misleadingAnnotations } from './misleadingAnnotations';
import { createShadows } from './shadows';
import type { ToolDefinition, ToolFinding } from './toolDefinition';
import { toolTexts } from './toolTexts';

export interface Others {
  /** Names of tools by server, of the servers that the same model sees. */
  readonly [server: string]: readonly string[];
}

/**
 * Judges the definitions of one server's tools, prompts or resources: hidden instructions, words about other servers' tools, arguments
 * for credentials, annotations that the words contradict. Pure, in bounded time; a definition too large to be read whole is itself a
 * finding. At most one finding a tool and detector, the heaviest, and none carries the text.
 */
export function judgeTools(
  server: string | undefined,
  tools: readonly ToolDefinition[],
  others: Others = {},
): ToolFinding[] {
  const shadows = createShadows(server, tools, others);
  return tools.flatMap(tool => {
    const about = { ...(server === undefined ? {} : { server }), tool: printable(tool.name).slice(0, 200) };
    const found = [...poisoning(tool), ...shadows(tool), ...credentialParameters(tool), ...misleadingAnnotations(tool)];
    const seen = new Set<string>();
    return found.filter(({ detector }) => !seen.has(detector) && seen.add(detector)).map(one => ({ ...about, ...one }));
  });
}

function poisoning(tool: ToolDefinition): Omit<ToolFinding, 'tool' | 'server'>[] {
  const { texts, cut } = toolTexts(tool);
  let worst: { verdict: TextVerdict; where: string } | undefined;
  for (const text of texts) {
    const verdict = judgeText(text, tool.name);
    if (verdict && verdict.score > (worst?.verdict.score ?? 0)) worst = { verdict, where: text.where };
  }
  const found: Omit<ToolFinding, 'tool' | 'server'>[] = [];
  if (worst) {
    const { verdict, where } = worst;
    const base = {
      severity: 'error',
      tier: verdict.score > 3 ? 'certain' : 'likely',
      reason: verdict.reason,
      where: printable(where),
    } as const;
    found.push({ detector: 'agent/tool-poisoning', ...base });
    if (verdict.shadows) found.push({ detector: 'agent/tool-shadowing', ...base });
  }
  if (cut)
    found.push({
      detector: 'agent/tool-poisoning',
      severity: 'warning',
      tier: 'possible',
      reason: 'larger than a definition that can be looked at whole',
      where: '',
    });
  return found;
}
