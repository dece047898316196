import type { Span } from '../../core/model';
import type { PackageEntry } from '../../core/packages';
import { commandMentions } from '../mentions/commandMentions';
import type { PackageMention } from '../mentions/packageMention';
import { addImage } from './imageReference';
import type { Draft } from './packageFile';
import { tokenIn } from './places';

/** Adds the packages that the commands of a text would fetch; the text begins at `offset`. */
export function addCommands(draft: Draft, commands: string, offset: number, extra: Partial<PackageEntry> = {}): void {
  for (const mention of commandMentions(commands, offset)) addMention(draft, mention, mention.span, extra);
}

/** A program or an argument, and where it stands. */
export interface Argument {
  readonly text: string;
  readonly span?: Span;
}

/** Adds what a program with its arguments fetches and starts: npx, uvx, pipx, `docker run` and the like. */
export function addStarted(draft: Draft, words: readonly Argument[], extra: Partial<PackageEntry>): void {
  const program = words[0]?.text.replace(/^.*[\\/]/, '').replace(/\.(?:exe|cmd)$/i, '');
  // Windows starts scripts such as npx through its shell.
  if (program?.toLowerCase() === 'cmd' && /^\/[ck]$/i.test(words[1]?.text ?? '')) {
    addStarted(draft, words.slice(2), extra);
    return;
  }
  const image = program === 'docker' || program === 'podman' ? imageOf(words) : undefined;
  if (image) {
    addImage(draft, image.text, image.span, extra);
    return;
  }
  // The words are put together as a shell would have them, so that there is one reader of commands.
  let line = '';
  const starts = words.map(({ text }, index) => {
    const start = line.length;
    // A program's own path may have blanks, and arguments anything.
    line += `${index === 0 ? program : quoted(text)} `;
    return start;
  });
  for (const mention of commandMentions(line)) {
    const index = starts.findLastIndex(start => start <= mention.span.start);
    addMention(draft, mention, words[index]?.span, extra);
  }
}

function addMention(draft: Draft, mention: PackageMention, span: Span | undefined, extra: Partial<PackageEntry>): void {
  const { ecosystem, name, version, requirement, registry } = mention;
  // Conda's channels are no registry of an ecosystem that is known here.
  if (registry === 'conda') return;
  const written = requirement ?? version;
  draft.add(
    {
      ecosystem,
      name,
      direct: true,
      ...extra,
      ...(version ? { version } : {}),
      ...(written ? { requirement: written } : {}),
      ...(registry ? { source: { kind: 'registry', url: registry } } : {}),
    },
    tokenIn(draft.text, span, version ?? requirement ?? name),
  );
}

function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", '')}'`;
}

/** The first word behind `run` and its options. */
function imageOf(words: readonly Argument[]): Argument | undefined {
  const run = words.findIndex(({ text }) => text === 'run' || text === 'create');
  if (run < 0) return undefined;
  for (let at = run + 1; at < words.length; at++) {
    const { text } = words[at]!;
    if (!text.startsWith('-')) return words[at];
    if (!text.includes('=') && !flags.test(text)) at++;
  }
  return undefined;
}

/** The options of `docker run` that have no value. */
const flags =
  /^(?:-[ditPq]+|--(?:rm|init|interactive|tty|detach|privileged|read-only|publish-all|no-healthcheck|oom-kill-disable|quiet|sig-proxy|disable-content-trust|replace))$/;
