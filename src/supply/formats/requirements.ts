import type { PackageEntry, PackageFormat } from '../../core/packages';
import { normalised } from '../mentions/specs';
import { type Draft, packageFile, withoutMark } from './packageFile';
import { pythonRequirement } from './pythonRequirement';

/** pip's requirements files: https://pip.pypa.io/en/stable/reference/requirements-file-format. What they include is a file of its own. */
export const requirements: PackageFormat = {
  id: 'requirements.txt',
  kind: 'manifest',
  matches: path =>
    /(?:^|\/)(?:[^/]*requirements?[^/]*|constraints?[^/]*|requirements?\/[^/]*)\.(?:txt|in|pip)$/i.test(path),
  parse: text => packageFile(requirements, text, readRequirements),
};

function readRequirements(draft: Draft): void {
  const lines = logicalLines(draft.text);
  const compiled = lines.some(line => line.via.length > 0);
  const hashed = lines.some(line => line.code.includes('--hash='));
  const entries = new Map<string, { readonly entry: PackageEntry; readonly via: readonly string[] }>();
  for (const line of lines) {
    const read = readLine(line.code);
    if (read === 'unreadable') draft.fault('has a line that is no requirement', line.start);
    if (!read || read === 'unreadable') continue;
    const direct = compiled ? line.via.length === 0 || line.via.some(isProject) : true;
    const hash = /--hash=(\S+)/.exec(line.code)?.[1] ?? (hashed && !read.entry.source ? false : undefined);
    const { start, end } = { start: line.offset(read.token.start), end: line.offset(read.token.end - 1) + 1 };
    const entry = draft.add({ ...read.entry, direct, integrity: hash }, { start, end });
    entries.set(entry.name, { entry, via: line.via });
  }
  if (!compiled) return;
  draft.paths(() => ({
    roots: Array.from(entries).flatMap(([name, { entry }]) => (entry.direct ? name : [])),
    next: askedBy(entries),
    entryOf: name => entries.get(name)?.entry,
  }));
}

/** `-r base.txt`, `sample (pyproject.toml)`: not a package, but who asks for it. */
function isProject(via: string): boolean {
  return /^-[rc]\s|[()/\\]|\.(?:in|txt|toml|py|cfg)$/.test(via);
}

/** Comments say who asked for a package; the other way round is what a package asks for. */
function askedBy(
  entries: ReadonlyMap<string, { readonly via: readonly string[] }>,
): (name: string) => readonly string[] {
  const next = new Map<string, string[]>();
  for (const [name, { via }] of entries)
    for (const asking of via.map(normalised)) {
      const list = next.get(asking);
      if (list) list.push(name);
      else next.set(asking, [name]);
    }
  return name => next.get(name) ?? [];
}

/** An option that names no package is left out; so is a folder of the project's own. */
function readLine(code: string): ReturnType<typeof pythonRequirement> | 'unreadable' {
  const bare = code.replace(/\s--?[A-Za-z][\s\S]*$/, '');
  const editable = /^\s*(?:-e|--editable)[\s=]+["']?/.exec(code);
  if (editable)
    return pythonRequirement(' '.repeat(editable[0].length) + code.slice(editable[0].length).replace(/["'].*$/, ''));
  if (!bare.trim() || /^\s*-/.test(bare)) return undefined;
  const read = pythonRequirement(bare);
  if (read) return read;
  return /^\s*(?:[.~/\\]|[A-Za-z]:\\|\w+[\w+.-]*:|\S*[/\\])|\.(?:whl|zip|tar\.gz)\b|\$\{/.test(bare)
    ? undefined
    : 'unreadable';
}

interface Line {
  readonly start: number;
  /** Continuation lines joined, comments left out. */
  readonly code: string;
  /** Who asked for it, as pip-compile and uv say in comments. */
  readonly via: string[];
  /** The offset in the text of an offset in `code`. */
  offset(at: number): number;
}

function logicalLines(text: string): Line[] {
  const lines: Line[] = [];
  let pieces: { readonly at: number; readonly start: number }[] = [];
  let code = '';
  let listing = false;
  let start = text.length - withoutMark(text).length;
  const close = () => {
    if (code.trim()) lines.push(lineOf(code, pieces));
    code = '';
    pieces = [];
  };
  for (const raw of text.slice(start).split('\n')) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const comment = /(?:^|\s)#(.*)$/.exec(line);
    if (!pieces.length && comment && !line.slice(0, comment.index).trim()) {
      listing = readVia(comment[1]!, lines.at(-1), listing);
    } else {
      const part = comment ? line.slice(0, comment.index) : line;
      const goesOn = !comment && part.endsWith('\\');
      pieces.push({ at: code.length, start });
      code += goesOn ? part.slice(0, -1) : part;
      if (!goesOn) close();
      listing = !goesOn && comment ? readVia(comment[1]!, lines.at(-1), false) : false;
    }
    start += raw.length + 1;
  }
  close();
  return lines;
}

function lineOf(code: string, pieces: readonly { readonly at: number; readonly start: number }[]): Line {
  const offset = (at: number) => {
    const piece = pieces.findLast(one => one.at <= at) ?? pieces[0]!;
    return piece.start + at - piece.at;
  };
  return { start: offset(code.search(/\S/)), code, via: [], offset };
}

/** `# via a, b`, or `# via` and then one a line. Whether the next comment may go on. */
function readVia(comment: string, line: Line | undefined, listing: boolean): boolean {
  const said = /^\s*via\b\s*(.*)$/.exec(comment)?.[1] ?? (listing && /^\s{3,}\S/.test(comment) ? comment : undefined);
  if (said === undefined || !line) return false;
  line.via.push(
    ...said
      .split(',')
      .map(one => one.trim())
      .filter(Boolean),
  );
  return true;
}
