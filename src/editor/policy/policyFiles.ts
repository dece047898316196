import { type Node, type ParseError, parseTree } from 'jsonc-parser';

/** What a file of the policy holds: `lockside.*` settings at its root or within `settings`, or the list of waivers. */
export type PolicyFileKind = 'settings' | 'workspace' | 'waivers';

/** Which kind of policy file a path is, with forward slashes; `extended` says whether `lockside.extends` names it. */
export function policyFileKind(path: string, extended: (path: string) => boolean): PolicyFileKind | undefined {
  if (path.endsWith('/.vscode/settings.json')) return 'settings';
  if (path.endsWith('.code-workspace')) return 'workspace';
  if (path.endsWith('/.lockside/waivers.json')) return 'waivers';
  return extended(path) || /\/\.lockside\/policies\/[^/]+\.json$/.test(path) ? 'settings' : undefined;
}

/** The keys that lead to the settings of a file. */
export function settingsWithin(kind: PolicyFileKind): readonly string[] {
  return kind === 'workspace' ? ['settings'] : [];
}

/** The tree of a file with comments and trailing commas, as far as it can be read. */
export function treeOf(text: string): Node | undefined {
  const errors: ParseError[] = [];
  return parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
}
