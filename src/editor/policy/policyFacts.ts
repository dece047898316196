import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as vscode from 'vscode';
import type { Layer } from '../../core/model';
import type { LayeredVendor } from '../../core/vendors';
import { readBounded } from '../../io/boundedFile';
import { type Extension, integrityOf, policyPlace, readSharedPolicies } from '../../io/sharedPolicies';
import type { Parts } from '../parts';
import { today } from '../workspaceSettings';
import { detectorNames, type Named } from './knownNames';
import { type PolicyFileKind, policyFileKind } from './policyFiles';
import type { PolicyFacts } from './policyProblems';

/** The folder whose files the policy is read from; undefined where none is on this machine. */
export function policyRoot(): string | undefined {
  return vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri.fsPath;
}

/** The entries of `lockside.extends` of every layer. */
function extensionsOf(parts: Parts): Extension[] {
  return parts.settings.state().layers.flatMap(({ values }) => (values.extends as Extension[] | undefined) ?? []);
}

/** Which kind of policy file this is, if it is one. */
export function kindOf(parts: Parts, { scheme, path }: vscode.Uri): PolicyFileKind | undefined {
  const root = policyRoot();
  const extended = (file: string) =>
    root !== undefined && extensionsOf(parts).some(({ from }) => from.startsWith('.') && resolve(root, from) === file);
  return scheme === 'file' ? policyFileKind(path, extended) : undefined;
}

/** The policy's files that there are, whether they are open or not. */
export function policyFiles(parts: Parts): vscode.Uri[] {
  const root = policyRoot();
  if (root === undefined) return [];
  const local = extensionsOf(parts).filter(({ from }) => from.startsWith('.'));
  const files = [
    ...['.vscode/settings.json', '.lockside/waivers.json'].map(name => join(root, name)),
    ...local.map(({ from }) => resolve(root, from)),
  ];
  const whole = vscode.workspace.workspaceFile?.scheme === 'file' ? [vscode.workspace.workspaceFile] : [];
  return [...[...new Set(files)].filter(existsSync).map(file => vscode.Uri.file(file)), ...whole];
}

/** A file's text as it stands in its editor, or else on the disk; undefined where it can't be read. */
export function textOf(uri: vscode.Uri): string | undefined {
  const open = vscode.workspace.textDocuments.find(one => one.uri.toString() === uri.toString());
  if (open) return open.getText();
  const read = readBounded(uri.fsPath);
  return read && 'text' in read ? read.text : undefined;
}

/** What is known around a policy file. */
export function factsFor(parts: Parts, uri: vscode.Uri): PolicyFacts {
  const { policies, waiverFaults } = parts.settings.state();
  const inWorkspace = uri.path.endsWith('/.vscode/settings.json') || uri.path.endsWith('.code-workspace');
  const layer: Layer = inWorkspace ? 'workspace' : 'organisation';
  return {
    ...{ layer, policies, waiverFaults, names: names(parts), today: today(), checksSchema: !inWorkspace },
    extension: entry => extensionFacts(entry),
  };
}

/** A thousand names, the same until the team's rules change. */
function names(parts: Parts): readonly Named[] {
  const rules = parts.settings.rules();
  if (known?.rules !== rules) known = { rules, names: detectorNames(rules) };
  return known.names;
}

let known: { readonly rules: ReturnType<Parts['settings']['rules']>; readonly names: readonly Named[] } | undefined;

export const knownDetectors = names;

function extensionFacts(entry: Extension): { fault?: string; integrity?: string } {
  const root = policyRoot() ?? '';
  const [read] = readSharedPolicies(root, [entry]);
  const fault = read?.faults.find(({ where }) => where === 'lockside.extends[0]')?.message;
  return { ...(fault === undefined ? {} : { fault }), ...integrityNow(root, entry) };
}

/** The hash of what lies there now; none for what must be fetched first. */
export function integrityNow(root: string, { from }: Extension): { integrity?: string } {
  if (/^(?:git\+)?(?:https|ssh|file):/.test(from)) return {};
  const place = policyPlace(root, { from, integrity: 'any' });
  const read = 'file' in place ? readBounded(place.file) : undefined;
  return read && 'text' in read ? { integrity: integrityOf(read.text) } : {};
}

/** Everybody on record, once per layer. */
export function vendorsOf(parts: Parts): LayeredVendor[] {
  const { policies } = parts.settings.state();
  return policies.flatMap(({ layer, vendors = [] }) => vendors.map(vendor => ({ ...vendor, layer })));
}
