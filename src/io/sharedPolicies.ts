import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { isAbsolute, join, resolve, sep } from 'node:path';
import { type ParseError, parse } from 'jsonc-parser';
import type { Fault } from '../core/model';
import { profileRules } from '../core/profiles';
import { readSettings, type SettingsLayer } from '../core/settings';
import { readBounded } from './boundedFile';
import { verifySignature } from './loadSignatures';
import type { Signer } from './sshSignatures';

/** One entry of `lockside.extends`: an organisation's policy, and what makes it the one that was meant. */
export interface Extension {
  /** `./policy.json`, `npm:@acme/policy`, `git+https://example.com/policy.git#v1:lockside.json`, `https://example.com/policy.json`. */
  readonly from: string;
  /** `sha256-` and 64 hexadecimal digits; only a file of the repository itself may go without. */
  readonly integrity?: string;
  /** Whose signature counts; with any, the policy must be signed (`FILE.sig`, made by `lockside policy sign`). */
  readonly signers?: readonly Signer[];
}

/** Where copies of policies from elsewhere lie, by their hash: reading a policy never asks a network. */
const policiesFolder = '.lockside/policies';

/** In bytes. */
const maximumSize = 1024 * 1024;

/**
 * The policies that `lockside.extends` names, as layers. One that is missing, is not what was pinned, or is not signed gives a
 * fault, and in its place stands the profile `strict`: what an organisation forbids can't be allowed by losing the file.
 */
export function readSharedPolicies(
  root: string,
  extensions: readonly Extension[] = [],
  tightenOnly = false,
): (SettingsLayer & { readonly from: string })[] {
  return extensions.map((extension, index) => {
    const where = `lockside.extends[${index}]`;
    const read = readPolicy(root, extension);
    if ('error' in read) {
      const message = `${read.error}; the profile strict holds instead`;
      return { ...standIn({ code: 'settings', where, message }), from: extension.from };
    }
    const layer = readSettings(read.settings, 'organisation', tightenOnly);
    const faults = layer.faults.map(fault => ({ ...fault, where: `${extension.from}: ${fault.where}` }));
    return { ...layer, from: extension.from, faults };
  });
}

/** Where a policy's copy lies, and what is its name in messages. */
export function policyPlace(root: string, { from, integrity }: Extension): { file: string } | { error: string } {
  if (from.startsWith('npm:')) {
    const [, name, file = 'lockside.json'] = /^npm:((?:@[\w.-]+\/)?[\w.-]+)(?:\/([\w./-]+))?$/.exec(from) ?? [];
    if (name === undefined || file.includes('..')) return { error: `${from} is not npm:PACKAGE or npm:PACKAGE/FILE` };
    return pinned(integrity, join(root, 'node_modules', ...name.split('/'), file));
  }
  if (/^(?:git\+)?(?:https|ssh|file):/.test(from))
    return pinned(integrity, join(root, policiesFolder, `${integrity}.json`));
  const file = resolve(root, from);
  return isWithin(root, file) ? { file } : pinned(integrity, file);
}

/** A policy's hash as `integrity` has it. */
export function integrityOf(content: string | Uint8Array): string {
  return `sha256-${createHash('sha256').update(content).digest('hex')}`;
}

function pinned(integrity: string | undefined, file: string): { file: string } | { error: string } {
  return integrity === undefined
    ? { error: 'what comes from elsewhere needs its "integrity"; "lockside policy update" tells it' }
    : { file };
}

function readPolicy(root: string, extension: Extension): { settings: Record<string, unknown> } | { error: string } {
  const place = policyPlace(root, extension);
  if ('error' in place) return place;
  const content = readContent(place.file);
  if (typeof content !== 'string') return content;
  const { integrity, signers } = extension;
  if (integrity !== undefined && integrityOf(content) !== integrity)
    return { error: 'it is not the policy that was pinned' };
  if (signers && signers.length > 0) {
    const signature = readContent(`${place.file}.sig`);
    if (typeof signature !== 'string') return { error: 'it is not signed' };
    const signed = verifySignature(content, signature, signers, 'lockside-policy');
    if ('error' in signed) return signed;
  }
  return parsePolicy(content);
}

/** A policy file has the same keys as settings.json, `lockside.rules` and the like. */
export function parsePolicy(content: string): { settings: Record<string, unknown> } | { error: string } {
  const errors: ParseError[] = [];
  const settings: unknown = parse(content, errors, { allowTrailingComma: true });
  if (errors.length > 0 || typeof settings !== 'object' || settings === null || Array.isArray(settings))
    return { error: 'it is not a JSON object of "lockside." settings' };
  return { settings: settings as Record<string, unknown> };
}

function readContent(file: string): string | { error: string } {
  const read = readBounded(file, maximumSize) ?? { error: 'it is not there' };
  return 'text' in read ? read.text : read;
}

function standIn(fault: Fault): SettingsLayer {
  return {
    policy: { layer: 'organisation', tightenOnly: true, ...profileRules('strict') },
    values: {},
    faults: [fault],
  };
}

function isWithin(root: string, file: string): boolean {
  if (isAbsolute(file) && !file.startsWith(root + sep)) return false;
  try {
    return realpathSync(file).startsWith(realpathSync(root) + sep);
  } catch {
    // What isn't there is told as such.
    return true;
  }
}
