import type { Readable } from 'node:stream';
import { holdsBack } from '../../core/policy';
import { createLines, type Line } from './lines';
import type { McpParts } from './parts';
import { originOf } from './restoreArguments';

/**
 * Hands on what a server writes to its standard error, line by line and redacted: clients keep it in logs, and show it to their models
 * when something fails. Settles when the stream has ended.
 */
export async function redactLog(
  parts: McpParts,
  source: Readable,
  put: (text: string) => Promise<void>,
): Promise<void> {
  const lines = createLines(longestLine);
  const handle = async (line: Line) => {
    if ('text' in line) await put((await redacted(parts, line.text)) + line.end);
    else await put(`[Lockside: a line of ${line.bytes} bytes was left out]\n`);
  };
  try {
    for await (const chunk of source) for (const line of lines.push(chunk as Buffer)) await handle(line);
  } catch {
    // The stream broke off: as good as its end.
  }
  const rest = lines.rest();
  if (rest) await handle(rest);
}

const longestLine = 1024 * 1024;

async function redacted({ guard, server, exclusively }: McpParts, text: string): Promise<string> {
  const destination = { kind: 'model', name: `mcp/${server}` } as const;
  const crossing = { channel: 'gateway', destination, source: { path: originOf(server), terminal: true } } as const;
  const inspection = guard.inspect(text, crossing);
  const held = inspection.decisions.some(({ action }) => holdsBack(action));
  if (!held) return inspection.action === 'block' ? '[Lockside: a line was held back]' : text;
  const passage = await exclusively(() => guard.pass(text, crossing, inspection));
  return passage.action === 'block' ? '[Lockside: a line was held back]' : passage.text;
}
