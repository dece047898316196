import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { untold } from '../agents/permissions/jsonTargets';
import { driftOf, permissionTargets, withoutMatrix, writeMatrix } from '../agents/permissions/permissions';
import type { PermissionTarget } from '../agents/permissions/target';
import { fileAccesses } from '../core/agentPermissions';
import { printable } from '../core/printable';
import { readBounded } from '../io/boundedFile';
import { openWorkspace, type Workspace } from '../io/openWorkspace';
import { write } from '../io/output';
import { applyChanges } from '../io/setupFiles';
import { complain } from './complain';

export interface PermissionsOptions {
  readonly client?: readonly string[];
  readonly dryRun?: boolean;
  readonly undo?: boolean;
  readonly json?: boolean;
}

/** The matrix as it holds here, layer by layer. */
export async function showPermissions({ json }: PermissionsOptions): Promise<number> {
  const { settings } = openWorkspace({ cwd: process.cwd() });
  const { layers } = settings.files;
  if (json) {
    await write(process.stdout, `${JSON.stringify(layers, null, 2)}\n`);
    return 0;
  }
  const lines = layers.flatMap(({ layer, rules = [] }) =>
    rules.map(rule => {
      const said = fileAccesses.flatMap(access => (rule[access] ? [`${access} ${rule[access]}`] : [])).join(', ');
      return `${layer.padEnd(12)} ${said}${rule.clients ? ` (${rule.clients.join(', ')})` : ''}: ${rule.paths.join(' ')}${rule.reason ? ` - ${rule.reason}` : ''}`;
    }),
  );
  await write(process.stdout, lines.map(line => `${printable(line)}\n`).join(''));
  return 0;
}

/** Writes the matrix into the clients' own files, or takes it out again. */
export async function writePermissions(options: PermissionsOptions): Promise<number> {
  const workspace = openWorkspace({ cwd: process.cwd() });
  const targets = chosen(workspace, options);
  if (typeof targets === 'string') return complain(targets);
  let code = 0;
  for (const target of targets) {
    const file = join(workspace.root, target.file);
    const before = read(file);
    const made = options.undo
      ? { text: before === undefined ? undefined : withoutMatrix(target, before, workspace.settings.files) }
      : writeMatrix(target, before, workspace.settings.files);
    const fault =
      'error' in made
        ? `was left as it is: ${made.error}`
        : options.dryRun || made.text === before
          ? undefined
          : applyChanges([{ file, before, after: made.text }]);
    if (fault !== undefined) code = 2;
    const done =
      'text' in made && made.text === before
        ? 'is so already'
        : options.dryRun
          ? 'would be changed'
          : made && 'text' in made && made.text === undefined
            ? 'is removed'
            : 'is written';
    const { entries, notes } = target.wanted(workspace.settings.files);
    await write(process.stdout, `${target.client}: ${target.file} ${fault ?? `${done} (${entries.length} entries)`}\n`);
    if (!options.undo) await write(process.stdout, notes.map(note => `  ${printable(note)}\n`).join(''));
  }
  await tellRest(options);
  return code;
}

/** Reads the clients' files back; exits with 1 where one of them is weaker than the matrix. */
export async function checkPermissions(options: PermissionsOptions): Promise<number> {
  const workspace = openWorkspace({ cwd: process.cwd() });
  const targets = chosen(workspace, options);
  if (typeof targets === 'string') return complain(targets);
  let drifted = 0;
  for (const target of targets) {
    const { missing, weaker } = driftOf(target, read(join(workspace.root, target.file)), workspace.settings.files);
    const lines = [...missing.map(one => `missing: ${one}`), ...weaker.map(one => `weaker: ${one}`)];
    if (lines.length > 0) drifted++;
    const state =
      lines.length === 0
        ? 'as the matrix has it'
        : `${lines.length} differ; "lockside permissions write --client ${target.client}" writes them`;
    await write(
      process.stdout,
      `${target.client}: ${target.file}: ${state}\n${lines.map(line => `  ${printable(line)}\n`).join('')}`,
    );
  }
  if (targets.length === 0)
    await write(process.stdout, 'No client with a file of its own is used here; --client all checks all of them.\n');
  return drifted > 0 ? 1 : 0;
}

/** How clients' own files are weaker than a matrix that somebody has written; the built-in one alone is held by hooks. */
export function permissionDrift({ root, settings }: Workspace): string[] {
  const { files } = settings;
  if (files.layers.every(({ layer, rules = [] }) => layer === 'default' || rules.length === 0)) return [];
  const used = permissionTargets.filter(({ signs }) => signs.some(sign => existsSync(join(root, sign))));
  return used.flatMap(target => {
    const { missing, weaker } = driftOf(target, read(join(root, target.file)), files);
    return [...missing.map(one => `missing: ${one}`), ...weaker.map(one => `weaker: ${one}`)].map(
      one => `${target.file}: ${one}; "lockside permissions write --client ${target.client}" writes it`,
    );
  });
}

/** Those that are named, or those that this workspace shows signs of. */
function chosen({ root }: Workspace, { client }: PermissionsOptions): readonly PermissionTarget[] | string {
  if (!client) return permissionTargets.filter(({ signs }) => signs.some(sign => existsSync(join(root, sign))));
  const names = [...new Set([...permissionTargets.map(target => target.client), ...Object.keys(untold)])];
  const unknown = client.find(name => name !== 'all' && !names.includes(name));
  if (unknown !== undefined) return `there is no client "${unknown}"; there are: ${names.join(', ')}, all`;
  return permissionTargets.filter(target => client.includes('all') || client.includes(target.client));
}

async function tellRest({ client }: PermissionsOptions): Promise<void> {
  const named = Object.entries(untold).filter(([name]) => client?.includes(name) || client?.includes('all'));
  await write(process.stdout, named.map(([name, why]) => `${name}: nothing written: ${why}\n`).join(''));
}

function read(file: string): string | undefined {
  const found = readBounded(file);
  if (found && 'error' in found) throw new Error(`${file}: ${found.error}`);
  return found?.text;
}
