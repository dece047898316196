import { resolve } from 'node:path';
import type { VaultEntry } from '../core/model';
import { createRestorer, namesIn } from '../core/placeholders';
import { answered } from '../core/restores';
import { createLosslessDecoder, encodeLossless } from '../io/losslessUtf8';
import { openWorkspace, type Workspace } from '../io/openWorkspace';
import { endOnBrokenPipe, readStream, write } from '../io/output';
import { megabytes } from '../io/readTextFile';
import { defaultVaultFile, readVault, updateVault } from '../io/vaultFile';
import { readVaultKey } from '../io/vaultKey';
import { auditTrail } from './auditTrail';
import { complain, tell } from './complain';

export interface RedactOptions {
  readonly map?: string;
  readonly path?: string;
  /** In bytes. */
  readonly maxFileSize?: number;
}

/** Standard input with placeholders to standard output. Whatever can't be scanned or kept gives no output at all, and code 2. */
export async function redactCommand(options: RedactOptions): Promise<number> {
  endOnBrokenPipe(process.stdout);
  const workspace = openWorkspace({ cwd: process.cwd(), maximumFileSize: options.maxFileSize });
  for (const fault of workspace.faults) await tell(`${fault.where ?? ''}: ${fault.message}`);
  const input = await readInput(workspace);
  if ('error' in input) return complain(input.error);
  const key = await readVaultKey(true);
  if ('error' in key) return complain(key.error);
  const passed = await updateVault(mapOf(options, workspace), key.key, vault => {
    const source = options.path === undefined ? {} : { path: workspace.pathOf(resolve(options.path)) };
    return workspace.guardWith(vault, auditTrail(workspace, 'cli', { brief: true }).record).pass(input.text, {
      channel: 'cli',
      destination: { kind: 'model', name: 'cli' },
      source,
      taken: namesIn([input.text]),
    });
  });
  if ('error' in passed) return complain(passed.error);
  const { text, faults, decisions, action } = passed.value;
  if (faults.length > 0) return complain(`not redacted: ${faults[0]!.message}`);
  if (action === 'block') return complain(`the policy blocks this: ${blockers(decisions)}`);
  await write(process.stdout, text);
  return 0;
}

/** Standard input with the values put back to standard output, piece by piece. Whatever surrounds them passes unchanged, be it text or not. */
export async function restoreCommand(options: RedactOptions): Promise<number> {
  endOnBrokenPipe(process.stdout);
  const workspace = openWorkspace({ cwd: process.cwd() });
  const key = await readVaultKey(false);
  if ('error' in key) return complain(key.error);
  const opened = await readVault(mapOf(options, workspace), key.key, true);
  if ('error' in opened) return complain(opened.error);
  const restored = new Set<VaultEntry>();
  const restorer = createRestorer(opened.vault, 'text', entry => {
    restored.add(entry);
    return entry.value;
  });
  const decoder = createLosslessDecoder();
  for await (const piece of process.stdin) {
    await write(process.stdout, encodeLossless(restorer.push(decoder.push(piece as Buffer))));
  }
  await write(process.stdout, encodeLossless(restorer.push(decoder.end()) + restorer.end()));
  const guard = workspace.guardWith(opened.vault, auditTrail(workspace, 'cli', { brief: true }).record);
  const unrecorded = guard.recordRestore(answered('cli', 'cli', restored));
  return unrecorded ? complain(unrecorded.message) : 0;
}

/** The byte-order mark stays: what is restored must be the same to the byte. So bytes that aren't UTF-8 are refused. */
async function readInput({
  maximumFileSize,
}: Workspace): Promise<{ readonly text: string } | { readonly error: string }> {
  const bytes = await readStream(process.stdin, maximumFileSize);
  if (!bytes)
    return {
      error: `not redacted: the input is larger than the limit of ${megabytes(maximumFileSize)} (--max-file-size)`,
    };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { error: 'not redacted: the input is not valid UTF-8' };
  }
}

function mapOf({ map }: RedactOptions, { stateFolder, root }: Workspace): string {
  return map === undefined ? defaultVaultFile(stateFolder, root) : resolve(map);
}

function blockers(
  decisions: readonly {
    readonly action: string;
    readonly finding: { readonly title: string };
    readonly reason: string;
  }[],
): string {
  return [
    ...new Set(
      decisions.filter(({ action }) => action === 'block').map(({ finding, reason }) => `${finding.title} (${reason})`),
    ),
  ].join(', ');
}
