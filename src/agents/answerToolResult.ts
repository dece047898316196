import { mapTexts } from '../core/mapTexts';
import { anyModel, type HookEvent, type HookPorts, pass, type Verdict } from './hookPorts';
import { restoresOf, restoreToolInput, staysHere } from './restoreTool';
import { pathIn, pathOfRead, toolKind } from './tools';

/** What a tool returned is redacted, where the client lets us. */
export async function answerToolResult(
  result: HookEvent & { event: 'toolResult' },
  ports: HookPorts,
): Promise<Verdict> {
  if (!ports.rewritesResults) return pass;
  await restoreWritten(result, ports);
  const path = await pathRead(result, ports);
  let changed = false;
  const redactText = (text: string, name: string | undefined) => {
    const source = path === undefined || name === undefined || formal.has(name) ? {} : { path };
    const { text: safe, action, faults } = ports.guard.pass(text, { channel: 'hook', destination: anyModel, source });
    const held = action === 'block' && faults.length > 0 ? `[Lockside held this back: ${faults[0]!.message}]` : safe;
    changed ||= held !== text;
    return held;
  };
  const safe = mapTexts(result.result, redactText);
  return changed ? { kind: 'rewriteResult', result: safe } : pass;
}

/** What a result's form is made of: it isn't the file's text, and clients need it as it is. */
const formal = new Set(['type', 'kind', 'filePath', 'file_path', 'path', 'mimeType', 'media_type', 'id']);

/** Puts the values back into the file that a tool has written, as far as they may go there. */
async function restoreWritten(
  { tool, input, cwd }: HookEvent & { event: 'toolResult' },
  { guard, files, readText, rewriteFile }: HookPorts,
): Promise<void> {
  const path = toolKind(tool) === 'edit' ? pathIn(input) : undefined;
  const file = path === undefined || !rewriteFile ? undefined : await readText(path, cwd);
  if (path === undefined || !rewriteFile || !file || 'fault' in file) return;
  const parts = { vault: guard.vault, policy: guard.policy(), files, ask: async () => true };
  const restored = await restoreToolInput('Write', { file_path: path, content: file.text }, parts);
  const goes = restored.changed && restored.refused.length === 0 && staysHere(restored.asked);
  const unrecorded = guard.recordRestore(restoresOf('hook', 'Write', restored, goes ? 'goes' : 'refused'));
  if (goes && !unrecorded) await rewriteFile(path, cwd, restored.input.content);
}

/** The file that was read, by its path in the workspace: its class counts for what was read of it. */
async function pathRead(
  { tool, input }: HookEvent & { event: 'toolResult' },
  ports: HookPorts,
): Promise<string | undefined> {
  const path = pathOfRead(tool, input);
  return path === undefined ? undefined : ((await ports.files.describe(path)).relative ?? path);
}
