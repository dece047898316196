type PackageSource = 'npm' | 'PyPI' | 'Go';

/** A package that a runner fetches and starts. */
export interface PackageSpec {
  readonly ecosystem: PackageSource;
  readonly name: string;
  /** As written behind the name; undefined where nothing is. */
  readonly version?: string;
  readonly pinned: boolean;
  /** Its place in the words. */
  readonly word: number;
}

/** An image that a container is made of. */
export interface ImageSpec {
  readonly name: string;
  readonly pinned: boolean;
  readonly word: number;
  /** Where the runtime's own options stand: `[1, word)`. */
  readonly from: number;
}

/** What a command line starts in the end. */
export interface Program {
  /** The program's own name, without its folder and ending, in lower case. */
  readonly program: string;
  /** Where it stands in the words. */
  readonly word: number;
  readonly package?: PackageSpec;
  readonly image?: ImageSpec;
}

/** Looks through what stands before the true program: `cmd /c`, `env A=b`, `sudo`, `dotenv --`, Lockside's own proxy. */
export function programOf(words: readonly string[]): Program {
  const word = beginning(words);
  const program = baseName(words[word] ?? '');
  const image = containers.has(program) ? imageIn(words, word) : undefined;
  const spec = image ? undefined : packageIn(program, words, word);
  return { program, word, ...(spec ? { package: spec } : {}), ...(image ? { image } : {}) };
}

/** A program's own name, without its folder and ending, in lower case. */
export function baseName(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? '').toLowerCase().replace(/\.(?:exe|cmd|bat|ps1)$/, '');
}

/** Whether a program is Lockside: by its name alone or in a full path. What stands in a project may be anything. */
export function isOurs(program: string | undefined): boolean {
  return /^(?:(?:\/|[A-Za-z]:[\\/]|\\\\).*[\\/])?lockside(?:\.cmd|\.exe)?$/i.test(program ?? '');
}

const containers = new Set(['docker', 'podman', 'nerdctl', 'container', 'finch']);

function beginning(words: readonly string[]): number {
  let at = 0;
  for (;;) {
    const program = baseName(words[at] ?? '');
    if (program === 'cmd' && /^\/[cCkK]$/.test(words[at + 1] ?? '')) at += 2;
    else if (isOurs(words[at]) && words[at + 1] === 'mcp') at = behindDashes(words, at);
    else if (/^(?:env|sudo|nice|nohup|doas|wsl|dotenv|command|exec)$/.test(program)) at = behindOptions(words, at + 1);
    else return Math.min(at, Math.max(0, words.length - 1));
  }
}

function behindDashes(words: readonly string[], from: number): number {
  const at = words.indexOf('--', from);
  return at < 0 ? words.length : at + 1;
}

function behindOptions(words: readonly string[], from: number): number {
  let at = from;
  while (at < words.length && /^(?:-|\w+=)/.test(words[at] ?? '')) at += words[at] === '--' ? words.length : 1;
  const dashes = words.indexOf('--', from);
  return dashes >= from && dashes < at ? dashes + 1 : at;
}

/** By program: its words up to the package, and which options have a value or name the package. */
const runners: Readonly<
  Record<string, { ecosystem: PackageSource; sub?: readonly RegExp[]; names: RegExp; takes: RegExp }>
> = {
  npx: {
    ecosystem: 'npm',
    names: /^(?:-p|--package)$/,
    takes: /^(?:-c|--call|--registry|--cache|--prefix|-w|--workspace|--userconfig)$/,
  },
  bunx: { ecosystem: 'npm', names: /^(?:-p|--package)$/, takes: /^--registry$/ },
  pnpx: { ecosystem: 'npm', names: /^--package$/, takes: /^(?:-C|--dir)$/ },
  bun: { ecosystem: 'npm', sub: [/^x$/], names: /^(?:-p|--package)$/, takes: /^--registry$/ },
  pnpm: { ecosystem: 'npm', sub: [/^(?:dlx|exec)$/], names: /^--package$/, takes: /^(?:-C|--dir)$/ },
  yarn: { ecosystem: 'npm', sub: [/^dlx$/], names: /^(?:-p|--package)$/, takes: /^--cwd$/ },
  npm: { ecosystem: 'npm', sub: [/^(?:exec|x)$/], names: /^--package$/, takes: /^(?:-c|--call|--registry|--prefix)$/ },
  uvx: {
    ecosystem: 'PyPI',
    names: /^--from$/,
    takes:
      /^(?:--with|--python|-p|--index-url|-i|--index|--extra-index-url|--default-index|--directory|--refresh-package|--with-editable|--cache-dir|--env-file|--constraints|-c)$/,
  },
  uv: {
    ecosystem: 'PyPI',
    sub: [/^tool$/, /^run$/],
    names: /^--from$/,
    takes:
      /^(?:--with|--python|-p|--index-url|-i|--index|--extra-index-url|--default-index|--directory|--cache-dir|--env-file)$/,
  },
  deno: { ecosystem: 'npm', sub: [/^(?:run|x)$/], names: /^$/, takes: /^(?:-c|--config|--lock|--import-map)$/ },
  go: { ecosystem: 'Go', sub: [/^run$/], names: /^$/, takes: /^(?:-mod|-tags|-C)$/ },
  pipx: { ecosystem: 'PyPI', sub: [/^run$/], names: /^--spec$/, takes: /^(?:--python|--index-url|-i|--pip-args)$/ },
};

function packageIn(program: string, words: readonly string[], start: number): PackageSpec | undefined {
  const runner = runners[program];
  if (!runner) return undefined;
  let at = start + 1;
  for (const sub of runner.sub ?? []) {
    while (words[at]?.startsWith('-')) at++;
    if (!sub.test(words[at] ?? '')) return undefined;
    at++;
  }
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    const [option, joined] = word.split(/=(.*)/s);
    // What is installed already comes with a lock of its own.
    if (/^--no(?:-install)?$/.test(word) || word === '--offline') return undefined;
    if (runner.names.test(option ?? ''))
      return joined ? specOf(runner.ecosystem, joined, at) : specOf(runner.ecosystem, words[at + 1] ?? '', at + 1);
    if (runner.takes.test(word)) at++;
    else if (!word.startsWith('-')) return specOf(runner.ecosystem, word, at);
  }
  return undefined;
}

function specOf(ecosystem: PackageSource, written: string, word: number): PackageSpec | undefined {
  const text = written.replace(/^(?:npm|jsr):/, '');
  if (
    text === '' ||
    /^(?:\.{0,2}[\\/]|~|[A-Za-z]:\\|file:)|\.(?:tgz|whl|py|js|mjs|ts)$/.test(text) ||
    /^[.$]/.test(text)
  )
    return undefined;
  const fetched =
    /^(?:git\+|git:|github:|https?:)/.test(text) || (ecosystem === 'npm' && /^[\w.-]+\/[\w.-]+(?:#|$)/.test(text));
  // What stands before the host may be a token.
  if (fetched) {
    const name = text.replace(/[?#].*/, '').replace(/\/\/[^/@]*@/, '//');
    return { ecosystem, name, pinned: /[@#][0-9a-f]{40}\b/.test(text), word };
  }
  if (ecosystem !== 'PyPI') {
    const [, name = text, version] = /^(@?[^@]+)(?:@(.*))?$/.exec(text) ?? [];
    return { ecosystem, name, pinned: isExact(version), word, ...(version ? { version } : {}) };
  }
  const [, name = text, exact, other] =
    /^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?(?:(?:===?|@)([^,;\s]+)|([<>~!].*))?$/.exec(text) ?? [];
  const version = exact ?? other;
  return { ecosystem, name, pinned: isExact(exact), word, ...(version ? { version } : {}) };
}

function isExact(version: string | undefined): boolean {
  return version !== undefined && /^v?\d+(?:\.\d+){1,3}(?:[-+.]?[\w.+-]+)?$/.test(version) && !/[xX*]$/.test(version);
}

/** Options of `run` that have a value behind a blank; all others have none. */
const withValue =
  /^(?:-[vepwumhlac]|--(?:volume|mount|env|env-file|name|network|net|publish|workdir|user|memory|hostname|label|platform|entrypoint|cpus|pull|pid|ipc|cap-add|cap-drop|security-opt|add-host|device|dns|expose|gpus|group-add|ip|link|log-driver|log-opt|restart|runtime|shm-size|stop-timeout|sysctl|tmpfs|ulimit|userns|volumes-from|annotation|attach|cidfile|init-path|isolation|kernel-memory|memory-swap|pids-limit|storage-opt))$/;

function imageIn(words: readonly string[], start: number): ImageSpec | undefined {
  // Of `docker mcp gateway run` and `docker compose run` the last word is another matter.
  const first = words.findIndex((word, at) => at > start && !word.startsWith('-'));
  const run = words[first] === 'container' ? first + 1 : first;
  if (run < 0 || !/^(?:run|create)$/.test(words[run] ?? '')) return undefined;
  for (let at = run + 1; at < words.length; at++) {
    const word = words[at] ?? '';
    if (withValue.test(word)) at++;
    else if (!word.startsWith('-')) {
      return { name: word, pinned: /@sha256:[0-9a-f]{64}$/.test(word), word: at, from: run + 1 };
    }
  }
  return undefined;
}
