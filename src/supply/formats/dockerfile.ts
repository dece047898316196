import type { Span } from '../../core/model';
import type { PackageFormat } from '../../core/packages';
import { addCommands } from './commandEntries';
import { addImage, imageReference, withVariables } from './imageReference';
import { type Draft, packageFile } from './packageFile';
import { textLines } from './textLines';

/**
 * Dockerfile and Containerfile: images of FROM, of `COPY --from` and `--mount=from`, with the defaults of arguments put in; stages and
 * `scratch` are none. Commands of RUN that install packages by name.
 */
export const dockerfile: PackageFormat = {
  id: 'Dockerfile',
  kind: 'reference',
  matches: path =>
    /(?:^|\/)(?:(?:Dockerfile|Containerfile)(?:[.-][\w.-]+)?|dockerfile|containerfile)$|\.(?:[Dd]ockerfile|[Cc]ontainerfile)$/.test(
      path,
    ) && !/\.(?:md|dockerignore|txt|d|ts|js|go|py|rb|json|snap)$/i.test(path),
  parse: text =>
    packageFile(dockerfile, text, draft => {
      const args = new Map<string, Argument>();
      const stages = new Set<string>();
      let began = false;
      for (const { verb, rest, start } of instructionsOf(text)) {
        if (verb === 'ARG' && !began) addArguments(args, rest, start);
        else if (verb === 'FROM') {
          began = true;
          readFrom(draft, rest, start, args, stages);
        } else if (verb === 'COPY' || verb === 'ADD' || verb === 'RUN') {
          for (const found of rest.matchAll(/(?:^|\s)--(?:from=|mount=\S*?\bfrom=)([^\s,]+)/dg))
            readImage(draft, found[1]!, start + found.indices![1]![0], args, stages);
          if (verb === 'RUN') addCommands(draft, runCommands(rest), start);
        }
      }
    }),
};

interface Instruction {
  readonly verb: string;
  /** What stands behind the verb, over all its lines; comments within are blanked. */
  readonly rest: string;
  readonly start: number;
}

interface Argument {
  readonly value: string;
  readonly span: Span;
}

function* instructionsOf(text: string): Generator<Instruction> {
  const continues = /^\uFEFF?#\s*escape\s*=\s*`/im.test(text.slice(0, 500)) ? /`\s*$/ : /\\\s*$/;
  let open: { verb: string; rest: string; start: number; until?: string; end: number } | undefined;
  for (const { text: raw, start } of textLines(text)) {
    const comment = /^\s*#/.test(raw);
    const line = comment ? raw.replace(/\S/g, ' ') : raw;
    if (!open) {
      const [, before = '', verb] = /^(\s*([A-Za-z]+)\s+)/.exec(line) ?? [];
      if (!verb) continue;
      open = {
        verb: verb.toUpperCase(),
        rest: line.slice(before.length),
        start: start + before.length,
        end: start + line.length,
      };
      const tag = open.verb === 'RUN' || open.verb === 'COPY' ? /<<-?["']?(\w+)["']?/.exec(line)?.[1] : undefined;
      if (tag) open.until = tag;
    } else {
      // Line ends keep their width, so that what is joined has the text's own offsets.
      open.rest += ' '.repeat(start - open.end - 1) + (open.rest.length > 0 ? '\n' : '') + (open.until ? raw : line);
      open.end = start + raw.length;
      if (open.until && raw.trim() === open.until) open.until = undefined;
    }
    if (open.until || continues.test(line) || (comment && open.rest.trim() !== '')) continue;
    yield open;
    open = undefined;
  }
  if (open) yield open;
}

/** `NAME=value OTHER="value"`; what has no default is unknown. */
function addArguments(args: Map<string, Argument>, rest: string, start: number): void {
  for (const found of rest.matchAll(/(\w+)=(?:"([^"]*)"|'([^']*)'|(\S*))/dg)) {
    const group = [2, 3, 4].find(it => found[it] !== undefined)!;
    const [from, to] = found.indices![group]!;
    const value = withVariables(found[group]!, name => args.get(name)?.value);
    if (value !== undefined) args.set(found[1]!, { value, span: { start: start + from, end: start + to } });
  }
}

function readFrom(
  draft: Draft,
  rest: string,
  start: number,
  args: ReadonlyMap<string, Argument>,
  stages: Set<string>,
): void {
  const found = /^(?:\s*--\S+)*\s*(?<image>\S+)(?:\s+AS\s+(?<stage>\S+))?/di.exec(rest);
  const { image, stage } = found?.groups ?? {};
  if (image) readImage(draft, image, start + found!.indices!.groups!.image![0], args, stages);
  if (stage) stages.add(stage.toLowerCase());
}

function readImage(
  draft: Draft,
  written: string,
  start: number,
  args: ReadonlyMap<string, Argument>,
  stages: ReadonlySet<string>,
): void {
  const image = withVariables(written, name => args.get(name)?.value);
  const span = { start, end: start + written.length };
  if (image === undefined) {
    // The name may be known where only the tag is a variable without a default.
    const name = /^([^$:@]+)[:@]\$/.exec(written)?.[1];
    if (name && imageReference(name)) addImage(draft, name, span, {}, true);
    return;
  }
  if (stages.has(image.toLowerCase()) || image === 'scratch' || /^\d+$/.test(image)) return;
  // Where the tag begins with an argument, its default is what one would change.
  const [, whole, inTag] = /^\$\{?(\w+)\}?$|[:@]\$\{?(\w+)/.exec(written) ?? [];
  const argument = args.get(whole ?? inTag ?? '');
  const exact = whole !== undefined && argument?.value === image;
  addImage(draft, image, argument?.span ?? span, {}, image !== written && !exact);
}

/** The commands of a RUN: without its options and heredoc's marks, a list of words as one line. */
function runCommands(rest: string): string {
  const blanked = rest.replace(/^(?:\s*--\S+)+|<<-?["']?\w+["']?/g, found => ' '.repeat(found.length));
  if (!/^\s*\[/.test(blanked)) return blanked;
  return blanked.replace(/[[\],]|"(?=[\s,\]])|(?<=[[\s,])"/g, ' ');
}
