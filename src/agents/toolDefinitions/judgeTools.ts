import { printable } from '../../core/printable';
import { credentialParameters } from './credentialParameters';
import { judgeText, type TextVerdict } from './judgeText';
import { misleadingAnnotations } from './misleadingAnnotations';
import type { Others } from './shadows';
import { createShadows } from './shadows';
import type { ToolDefinition, ToolFinding } from './toolDefinition';
import { type ToolText, toolTexts } from './toolTexts';

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
  const judge = createJudge();
  return tools.flatMap(tool => {
    const about = { ...(server === undefined ? {} : { server }), tool: printable(tool.name).slice(0, 200) };
    const found = [
      ...poisoning(tool, judge),
      ...shadows(tool),
      ...credentialParameters(tool),
      ...misleadingAnnotations(tool),
    ];
    const seen = new Set<string>();
    return found.filter(({ detector }) => !seen.has(detector) && seen.add(detector)).map(one => ({ ...about, ...one }));
  });
}

function poisoning(tool: ToolDefinition, judge: Judge): Omit<ToolFinding, 'tool' | 'server'>[] {
  const { texts, cut } = toolTexts(tool);
  let unread = cut;
  let worst: { verdict: TextVerdict; where: string } | undefined;
  for (const text of texts) {
    const verdict = judge(text, tool.name);
    if (verdict === 'unread') {
      unread = true;
      break;
    }
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
  if (unread)
    found.push({
      detector: 'agent/tool-poisoning',
      severity: 'warning',
      tier: 'possible',
      reason: 'larger than a definition that can be looked at whole',
      where: '',
    });
  return found;
}

type Judge = (text: ToolText, purpose: string) => TextVerdict | 'unread' | undefined;

/** Judges the texts of one list: the same text once, and no more of all than a list of real servers has. */
function createJudge(): Judge {
  const known = new Map<string, TextVerdict | undefined>();
  let left = mostOfList;
  return (text, purpose) => {
    const key = `${text.isName} ${purpose} ${text.text}`;
    if (known.has(key)) return known.get(key);
    left -= text.text.length;
    if (left < 0) return 'unread';
    const verdict = judgeText(text, purpose);
    if (text.text.length < 2_000) known.set(key, verdict);
    return verdict;
  };
}

const mostOfList = 3_000_000;
