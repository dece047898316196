import { entriesFor, isOutside, type PermissionTarget, stricterThan, type Wanted } from './target';

/**
 * Ignore files in the syntax of `.gitignore`, as the clients' documentation has it. `.aiexclude` knows no `!`. They keep files from
 * reading; most clients' terminals may still read them, which the hooks hold.
 */
const files: readonly (readonly [file: string, client: string, signs: readonly string[], negates: boolean])[] = [
  ['.cursorignore', 'cursor', ['.cursor', '.cursorrules'], true],
  ['.aiexclude', 'gemini-code-assist', ['.idx'], false],
  ['.geminiignore', 'gemini-cli', ['.gemini', 'GEMINI.md'], true],
  ['.codeiumignore', 'windsurf', ['.windsurf', '.windsurfrules'], true],
  ['.clineignore', 'cline', ['.clinerules', '.cline'], true],
  ['.rooignore', 'roo', ['.roo', '.roomodes'], true],
  ['.continueignore', 'continue', ['.continue'], true],
  ['.aiignore', 'junie', ['.junie', '.aiassistant'], true],
];

export const ignoreTargets: readonly PermissionTarget[] = files.map(([file, client, signs, negates]) => ({
  ...{ client, file, kind: 'ignore', signs: [file, ...signs] },
  wanted: matrix => wantedLines(entriesFor(matrix, client, 'read'), negates),
}));

function wantedLines({ entries, left }: ReturnType<typeof entriesFor>, negates: boolean): Wanted {
  const lines: string[] = [];
  const omitted = [...left];
  const outside: string[] = [];
  for (const { glob, action } of entries) {
    if (isOutside(glob)) outside.push(glob);
    else if (action !== 'allow') lines.push(gitignoreLine(glob));
    else if (negates) lines.push(`!${gitignoreLine(glob)}`);
    else omitted.push(glob);
  }
  const asks = entries.filter(({ glob, action }) => action === 'ask' && !isOutside(glob)).map(({ glob }) => glob);
  return {
    entries: lines.map(text => ({ path: [], text })),
    notes: [
      ...stricterThan(omitted),
      ...(asks.length > 0 ? [`stricter than the matrix: it can't ask about ${asks.join(', ')}, and ignores them`] : []),
      ...(outside.length > 0
        ? [`only the hooks hold ${outside.join(', ')}: the file speaks of the workspace alone`]
        : []),
    ],
  };
}

/** Our globs and git's differ in little: one with a slash starts at the root in both, one without fits a name anywhere. */
function gitignoreLine(glob: string): string {
  const anchored = glob.includes('/') && !glob.startsWith('**/') ? `/${glob.replace(/^\//, '')}` : glob;
  return anchored
    .replace(/([^/])\*\*+|\*\*+(?=[^/])/g, '$1*')
    .replace(/^([#!])/, '\\$1')
    .replace(/ +$/, blanks => '\\ '.repeat(blanks.length));
}
