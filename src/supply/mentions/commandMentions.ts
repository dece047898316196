import { type Installer, installerOf, isInstaller } from './installers';
import type { PackageMention } from './packageMention';
import { shellCommands, type Word } from './shellWords';

/** The packages that a command line would fetch, in the order in which they stand. Options, paths, addresses and variables are none. */
export function commandMentions(line: string, offset = 0): PackageMention[] {
  const mentions = shellCommands(line).flatMap(words => mentionsOf(words, deepest));
  return offset === 0
    ? mentions
    : mentions.map(it => ({ ...it, span: { start: it.span.start + offset, end: it.span.end + offset } }));
}

/** `sh -c "bash -c '…'"` and no deeper. */
const deepest = 3;

function mentionsOf(words: readonly Word[], deeper: number): PackageMention[] {
  const from = programAt(words);
  if (from === undefined) return deeper > 0 ? innerCommands(words, deeper - 1) : [];
  const named = withoutGlobals(words.slice(from));
  const found = installerOf(named.map(({ text }, index) => (index === 0 ? programOf(text) : text.toLowerCase())));
  return found ? packagesOf(found.installer, named.slice(found.length)) : [];
}

/** `/usr/bin/pip3.12` is pip, `npm.cmd` npm. */
function programOf(text: string): string {
  const name = text
    .replace(/^.*[\\/]/, '')
    .replace(/\.(?:exe|cmd|bat|ps1)$/i, '')
    .toLowerCase();
  return name.replace(/^pip\d[\d.]*$/, 'pip');
}

const assignment = /^[A-Za-z_]\w*=/;
/** What stands before a command and runs it, at once or elsewhere: its own options and words are passed over. */
const prefixes =
  /^(?:sudo|doas|env|time|nohup|exec|command|builtin|then|do|else|if|while|until|!|%|run|cross-env|dotenv|corepack|timeout|nice|ionice|stdbuf|xargs|watch|script|start|call|noglob|arch|caffeinate|chroot|docker|podman|docker-compose|kubectl|ssh|wsl|su|runuser|vagrant|nix-shell|uv|poetry|pipenv|pdm|hatch|rye|conda|mamba|micromamba|pyenv|rbenv|asdf|mise|volta|nvm|fnm|direnv|op|doppler|npx|find|parallel|busybox|tox|nox|proot|lxc|\$|>|#)$/;

/** Where the program stands that installs; undefined where none does. */
function programAt(words: readonly Word[]): number | undefined {
  let prefixed = false;
  for (let index = 0; index < Math.min(words.length, mostBefore); index++) {
    const { text } = words[index]!;
    const program = programOf(text);
    const rest = words.slice(index).map(it => it.text.toLowerCase());
    if (/^(?:python[\d.]*|py|pypy\d*)$/.test(program)) {
      const module = rest.indexOf('-m');
      if (module > 0 && module < 5 && isInstaller(programOf(rest[module + 1] ?? ''))) return index + module + 1;
    }
    if (isInstaller(program) && installs(program, words.slice(index))) return index;
    if (prefixes.test(program) || assignment.test(text)) prefixed = true;
    else if (!prefixed) return undefined;
  }
  return undefined;
}

const mostBefore = 40;

function installs(program: string, words: readonly Word[]): boolean {
  return (
    installerOf([
      program,
      ...withoutGlobals(words)
        .slice(1)
        .map(({ text }) => text.toLowerCase()),
    ]) !== undefined
  );
}

const globalValues =
  /^(?:--prefix|-C|--filter|-F|--cwd|--dir|--directory|--project|--workspace|--userconfig|--config|--manifest-path|--cache-dir|--proxy|--registry)$/;

/** A command without the options that stand between the program and what it is to do. */
function withoutGlobals(words: readonly Word[]): readonly Word[] {
  if (installerOf([programOf(words[0]!.text)])) return words;
  let at = 1;
  while (/^[-+]./.test(words[at]?.text ?? '') && !/^--install-extension/.test(words[at]!.text))
    at += globalValues.test(words[at]!.text) ? 2 : 1;
  return at === 1 ? words : [words[0]!, ...words.slice(at)];
}

/** What a shell is given to run: the word behind `-c`, `/c`, `-Command`, or all of `eval`. */
function innerCommands(words: readonly Word[], deeper: number): PackageMention[] {
  const runs = /^(?:-[a-z]*c|\/c|-command|eval)$/i;
  return words.flatMap(({ start, text, end }, index) => {
    if (index === 0 || !runs.test(words[index - 1]!.text) || !text.includes(' ')) return [];
    // Quotes within may have been taken off: then the whole word is the place.
    const exact = end - start === text.length + 2;
    return shellCommands(text)
      .flatMap(inner => mentionsOf(inner, deeper))
      .map(it => ({
        ...it,
        span: exact ? { start: it.span.start + start + 1, end: it.span.end + start + 1 } : { start, end },
      }));
  });
}

function packagesOf(installer: Installer, words: readonly Word[]): PackageMention[] {
  const options = readOptions(installer, words);
  if (options.elsewhere) return [];
  const { packages, how } = installer;
  const positional =
    how === 'run'
      ? options.packages.length > 0 && packages
        ? []
        : options.positional.slice(0, 1)
      : options.positional;
  const named = [...options.packages, ...(packages?.has('--install-extension') ? [] : positional)];
  return named.flatMap(word => {
    const spec = installer.read(created(installer, word.text));
    if (!spec) return [];
    const version = options.version ?? spec.version;
    const registry = options.registry ?? installer.registry;
    return [
      {
        ecosystem: word.text.startsWith('jsr:') ? 'JSR' : installer.ecosystem,
        ...spec,
        ...(version === undefined ? {} : { version }),
        span: { start: word.start, end: word.end },
        how,
        ...(registry === undefined ? {} : { registry }),
      },
    ];
  });
}

interface Options {
  readonly positional: Word[];
  readonly packages: Word[];
  registry?: string;
  version?: string;
  elsewhere: boolean;
}

function readOptions({ values, packages, registries, elsewhere, how }: Installer, words: readonly Word[]): Options {
  const read: Options = { positional: [], packages: [], elsewhere: false };
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (word.text === '--') {
      if (how === 'run' && read.positional.length > 0) break;
      continue;
    }
    if (!word.text.startsWith('-')) {
      read.positional.push(word);
      // What stands behind the package is its own.
      if (how === 'run' && packages === undefined) break;
      continue;
    }
    const [, name = '', joined] = /^(-{1,2}[^=]+)(?:=(.*))?$/.exec(word.text) ?? [];
    const key = knownAs(name, values, packages);
    if (key === undefined) continue;
    if (how === 'run' && read.positional.length > 0) break;
    const value = joined === undefined ? words[++index] : { ...word, text: joined };
    if (!value) break;
    if (packages?.has(key)) read.packages.push(...pieces(value));
    if (registries?.has(key)) read.registry = value.text;
    if (elsewhere?.has(key)) read.elsewhere = true;
    if (/^(?:-v|--version|--vers|-version)$/.test(key) && /^v?\d/.test(value.text))
      read.version = value.text.replace(/^v/, '');
  }
  return read;
}

function knownAs(
  name: string,
  values: ReadonlySet<string>,
  packages: ReadonlySet<string> | undefined,
): string | undefined {
  const known = (it: string) => values.has(it) || packages?.has(it) === true;
  // PowerShell's options have any case; pip's `-e` and `-E` are two.
  return known(name) ? name : known(name.toLowerCase()) && name.length > 2 ? name.toLowerCase() : undefined;
}

/** `--with a,b` names two. */
function pieces(word: Word): Word[] {
  return word.text.split(',').map(text => ({ ...word, text: text.trim() }));
}

/** `npm create vite` fetches `create-vite`, `npm create @scope/x` `@scope/create-x`. */
function created({ creates }: Installer, text: string): string {
  if (!creates || /^(?:\.|\/|create-)|:\/\//.test(text)) return text;
  const [, scope, name = '', rest = ''] = /^(@[^/@]+)?\/?([^@]*)(@.*)?$/.exec(text) ?? [];
  if (!scope) return `create-${name}${rest}`;
  return name === '' ? `${scope}/create${rest}` : `${scope}/create-${name}${rest}`;
}
