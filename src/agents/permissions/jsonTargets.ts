import type { AgentPermissions, FileAccess } from '../../core/agentPermissions';
import type { ToolAction } from '../../core/toolPermissions';
import { type Entry, entriesFor, isOutside, type PermissionTarget, stricterThan, type WantedEntry } from './target';

/**
 * Claude Code (2.1): `permissions.deny` and `ask` of `Read(…)` and `Edit(…)`, globs as in `.gitignore`; `/` before one is the
 * project, `//` the disk, and a denial can't be excepted from. `Edit` is what makes and deletes files, too.
 */
const claudeCode: PermissionTarget = {
  ...{
    client: 'claude-code',
    file: '.claude/settings.json',
    kind: 'json',
    signs: ['.claude', 'CLAUDE.md', '.mcp.json'],
  },
  wanted(matrix) {
    const notes: string[] = [];
    const entries = both(matrix, 'claude-code', notes).flatMap(({ access, glob, action }): WantedEntry[] =>
      claudeGlobs(glob).map(one => ({
        path: ['permissions', action === 'block' ? 'deny' : 'ask'],
        text: `${access === 'read' ? 'Read' : 'Edit'}(${one})`,
      })),
    );
    return { entries, notes };
  },
};

function claudeGlobs(glob: string): readonly string[] {
  if (glob.startsWith('~')) return [glob];
  if (glob.startsWith('/')) return [`/${glob}`];
  if (!glob.includes('/')) return [`**/${glob}`];
  if (!glob.startsWith('**/')) return [`/${glob}`];
  // What lies in the home is outside the project.
  return [glob, ...(glob.startsWith('**/.') ? [`~/${glob.slice(3)}`] : [])];
}

/** Cursor's command line: `permissions.deny` of `Read(…)` and `Write(…)`, which stand above what is allowed. It asks for all else. */
const cursor: PermissionTarget = {
  ...{ client: 'cursor', file: '.cursor/cli.json', kind: 'json', signs: ['.cursor', '.cursorrules'] },
  wanted(matrix) {
    const notes: string[] = [];
    const entries = both(matrix, 'cursor', notes)
      .filter(({ action }) => action === 'block')
      .map(({ access, glob }) => ({
        path: ['permissions', 'deny'],
        text: `${access === 'read' ? 'Read' : 'Write'}(${glob.includes('/') ? glob : `**/${glob}`})`,
      }));
    notes.push('only the hooks ask about single files: its command line knows no "ask"');
    return { entries, notes };
  },
};

/** opencode (1.18): `permission.read` and `permission.edit` by patterns in which `*` is any text; the last that fits counts. */
const opencode: PermissionTarget = {
  ...{
    client: 'opencode',
    file: 'opencode.json',
    kind: 'json',
    signs: ['opencode.json', 'opencode.jsonc', '.opencode'],
  },
  wanted(matrix) {
    const notes: string[] = [];
    const entries = (['read', 'edit'] as const).flatMap(access => {
      const { entries: all, left } =
        access === 'read' ? entriesFor(matrix, 'opencode', 'read') : changing(matrix, 'opencode');
      notes.push(...stricterThan(left));
      return all.flatMap(({ glob, action }) =>
        // As an exception a wildcard would reach further than the matrix has it.
        action === 'allow' && /[*?[]/.test(glob)
          ? []
          : opencodePatterns(glob).map(
              (text): WantedEntry => ({ path: ['permission', access, text], text, value: words[action] }),
            ),
      );
    });
    return { entries: lastOfEach(entries), notes };
  },
};

const words: Readonly<Record<ToolAction, string>> = { allow: 'allow', ask: 'ask', block: 'deny' };

function opencodePatterns(glob: string): readonly string[] {
  const plain = glob
    .replace(/\[[^\]]*\]/g, '?')
    .replace(/\*{2,}\/?/g, '*')
    .replace(/\*{2,}/g, '*');
  if (isOutside(glob)) return [plain];
  return glob.includes('/') ? [plain] : [plain, `*/${plain}`];
}

/** VS Code: `chat.tools.edits.autoApprove` says which files an agent edits unasked; it knows neither a ban nor reading. */
const vscode: PermissionTarget = {
  ...{ client: 'vscode', file: '.vscode/settings.json', kind: 'json', signs: ['.vscode'] },
  wanted(matrix) {
    const { entries: all, left } = changing(matrix, 'vscode');
    const entries = all
      .filter(({ action }) => action !== 'allow')
      .map(({ glob }) => (glob.includes('/') ? glob : `**/${glob}`))
      .map(text => ({ path: ['chat.tools.edits.autoApprove', text], text, value: false }));
    return {
      entries: lastOfEach(entries),
      notes: [
        ...stricterThan(left),
        'only the hooks keep files from being read, and forbid edits: its settings can make it ask before an edit, no more',
      ],
    };
  },
};

export const jsonTargets: readonly PermissionTarget[] = [claudeCode, cursor, opencode, vscode];

/** Clients whose own settings can't hold the matrix; what is said of them. */
export const untold: Readonly<Record<string, string>> = {
  codex:
    'its permission profiles are in beta, take the place of its sandbox, and let denied files be read in some versions; the hooks hold the matrix',
  'copilot-cli': 'it has no permissions by file; the hooks hold the matrix',
  aider: 'it has no permissions by file; start it with "lockside run aider"',
};

interface Held extends Entry {
  readonly access: FileAccess;
}

/** What is held back of reading, and of changing; exceptions are told, because a denial stands above them. */
function both(matrix: AgentPermissions, client: string, notes: string[]): readonly Held[] {
  const reading = entriesFor(matrix, client, 'read');
  const edits = changing(matrix, client);
  const all = [
    ...reading.entries.map(one => ({ ...one, access: 'read' as const })),
    ...edits.entries.map(one => ({ ...one, access: 'edit' as const })),
  ];
  const excepted = [...new Set(all.filter(({ action }) => action === 'allow').map(({ glob }) => glob))];
  notes.push(...stricterThan([...new Set([...excepted, ...reading.left, ...edits.left])]));
  return all.filter(({ action }) => action !== 'allow');
}

/** Clients know one word for changing a file and making one: the stricter of the two. */
function changing(matrix: AgentPermissions, client: string): ReturnType<typeof entriesFor> {
  const [edit, write] = [entriesFor(matrix, client, 'edit'), entriesFor(matrix, client, 'write')];
  const blocked = new Set(edit.entries.filter(({ action }) => action === 'block').map(({ glob }) => glob));
  const more = write.entries.filter(({ glob, action }) => action !== 'allow' && !blocked.has(glob));
  const known = new Set(edit.entries.map(({ glob, action }) => `${action} ${glob}`));
  return {
    entries: [...edit.entries, ...more.filter(({ glob, action }) => !known.has(`${action} ${glob}`))],
    left: [...edit.left, ...write.left],
  };
}

function lastOfEach(entries: readonly WantedEntry[]): readonly WantedEntry[] {
  return [...new Map(entries.toReversed().map(entry => [entry.path.join('\0'), entry])).values()].toReversed();
}
