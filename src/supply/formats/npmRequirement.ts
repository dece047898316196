import type { PackageEntry } from '../../core/packages';
import { sourceOf } from './source';

/**
 * What `"name": "requirement"` of a manifest asks for, by npm's rules and the protocols of yarn, pnpm, bun and deno. Undefined where
 * it is the project's own: a folder, a member of the workspace.
 */
export function npmRequirement(name: string, requirement: string): PackageEntry | undefined {
  const written = requirement.trim();
  if (/^(?:workspace|link|portal):/.test(written) || written.startsWith('$')) return undefined;
  const [, protocol, target] = /^(npm|jsr|patch):(.*)$/s.exec(written) ?? [];
  if (protocol === 'patch')
    return npmRequirement(name, decoded(target!.replace(/^(?:@[^@]*)?[^@]*@/, '').replace(/#.*$/s, '')));
  if (protocol) return aliased(protocol === 'jsr' ? 'JSR' : 'npm', name, target!, requirement);
  const source = sourceOf(written) ?? shorthand(written);
  if (source?.kind === 'path' && !/\.(?:tgz|tar\.gz|tar)$/.test(written)) return undefined;
  if (source) return { ecosystem: 'npm', name, requirement, source };
  return { ecosystem: 'npm', name, version: exact(written), requirement };
}

/** `npm:name@range`, `npm:range`, and the same of JSR. */
function aliased(ecosystem: 'npm' | 'JSR', name: string, target: string, requirement: string): PackageEntry {
  const { name: other, range } = splitSpecifier(target);
  const isRange = !target.startsWith('@') && /^(?:[\d^~<>=*vx ]|$)/.test(target);
  return isRange
    ? { ecosystem, name, version: exact(target), requirement }
    : { ecosystem, name: other, version: range === undefined ? undefined : exact(range), requirement };
}

/** `@scope/name@range/sub/path` in its parts, as npm and deno write them. */
function splitSpecifier(specifier: string): { readonly name: string; readonly range?: string } {
  const [, name, range] = /^\/?((?:@[^/@\s]+\/)?[^/@\s]+)(?:@([^/]*))?/.exec(specifier) ?? [];
  return { name: name ?? specifier, range };
}

/** The version, where exactly one is asked for. */
function exact(range: string): string | undefined {
  return /^[=v\s]*(\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?)\s*$/.exec(range)?.[1];
}

/** `user/repository` is GitHub's. */
function shorthand(written: string): PackageEntry['source'] {
  return /^[\w.-]+\/[\w.-]+(?:#.*)?$/s.test(written) ? { kind: 'git', url: written } : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
