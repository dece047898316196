import type { ShellCommand } from '../../core/shell/readShell';
import { fromBase64 } from '../../core/shell/shellOutput';
import { unknownText } from '../../core/shell/shellWord';

/** What a wrapper starts: a line for a shell, or the words of a command, and what it reads from its standard input. */
export interface Inner {
  readonly line?: string;
  readonly words?: readonly (readonly string[])[];
  readonly input?: string | undefined;
}

const shells = /^(?:(?:ba|z|da|k|mk|c|tc|fi|a|pdk|ya|r)?sh|busybox|toybox|pwsh|powershell|cmd|nu|xonsh|elvish)$/;

/** Options of wrappers that have a value behind a blank. */
const takesValue: Readonly<Record<string, RegExp>> = {
  sudo: /^-[ugpCDhrtTU]$|^--(?:user|group|prompt|chdir|host)$/,
  doas: /^-[uC]$/,
  env: /^-[uCS]$|^--(?:unset|chdir)$/,
  nice: /^-n$|^--adjustment$/,
  ionice: /^-[cnp]$/,
  timeout: /^-[ks]$|^--(?:kill-after|signal)$/,
  stdbuf: /^-[ioe]$/,
  xargs: /^-[IiEeLlnPsda]$|^--(?:max-args|max-procs|replace|delimiter|arg-file|max-lines)$/,
  watch: /^-[nd]$|^--interval$/,
  strace: /^-[eopsu]$/,
  flock: /^-[wE]$/,
  parallel: /^-[jNnLI]$|^--(?:jobs|max-args)$/,
  ssh: /^-[bcDEeFIiJLlmOopQRSWw]$/,
  su: /^-[sg]$/,
  runuser: /^-[ugs]$/,
  chroot: /^--(?:userspec|groups)$/,
  setpriv: /^--\w+$/,
  time: /^-[of]$/,
  direnv: /^$/,
  dotenv: /^-[efp]$/,
  'env-cmd': /^-[fe]$/,
};

const plainWrappers =
  /^(?:sudo|doas|env|nice|ionice|nohup|setsid|stdbuf|command|builtin|exec|time|watch|strace|ltrace|caffeinate|unbuffer|catchsegv|chroot|chronic|setpriv|fakeroot|proxychains4?|torsocks|busybox|toybox|gosu|tini|dumb-init|firejail|bwrap|winpty|start|call|then|else|do)$/;

/** What a program starts by its arguments: `sudo`, `xargs`, `bash -c`, `find -exec`, `ssh host …`. */
export function innerCommands(program: string, args: readonly (readonly string[])[], command: ShellCommand): Inner[] {
  const flat = args.map(([text = '']) => text);
  if (plainWrappers.test(program)) return [{ words: behind(program, args) }];
  switch (program) {
    case 'eval':
      return [{ line: flat.join(' ') }];
    case 'iex':
    case 'invoke-expression':
      return [{ line: flat.filter(arg => !/^-command$/i.test(arg)).join(' ') || (command.input ?? '') }];
    case 'source':
    case '.':
      return flat[0] === '/dev/stdin' && command.input !== undefined
        ? [{ line: command.input }]
        : flat[0] === unknownText && command.input !== undefined
          ? [{ line: command.input }]
          : [];
    case 'timeout':
    case 'flock':
      return [{ words: behind(program, args).slice(1) }];
    case 'xargs':
    case 'parallel':
      return [{ words: withInput(program, args, command.input) }];
    case 'find':
    case 'fd':
    case 'fdfind':
      return found(program, args);
    case 'ssh':
      return [
        {
          line: behind('ssh', args)
            .slice(1)
            .map(([text = '']) => text)
            .join(' '),
        },
      ];
    case 'su':
    case 'runuser':
    case 'script':
      return after(flat, /^(?:-\w*c|--command)$/);
    case 'docker':
    case 'podman':
    case 'nerdctl':
    case 'docker-compose':
      return contained(args);
    case 'kubectl':
    case 'oc':
    case 'npm':
    case 'pnpm':
    case 'yarn':
    case 'dotenv':
    case 'dotenvx':
    case 'env-cmd':
    case 'op':
    case 'direnv':
    case 'nix':
    case 'poetry':
    case 'uv':
    case 'pipenv':
    case 'bundle':
    case 'mise':
    case 'npx':
    case 'bunx':
    case 'pnpx':
    case 'uvx':
      return started(program, args);
    case 'php':
    case 'python':
    case 'python3':
    case 'ruby':
      return /(?:^|\/)(?:artisan|manage\.py|rails|console)$/.test(flat[0] ?? '') ? [{ words: args }] : [];
    case 'alias':
      return flat.flatMap(text => (text.includes('=') ? [{ line: text.slice(text.indexOf('=') + 1) }] : []));
    case 'trap':
      return flat[0] ? [{ line: flat[0] }] : [];
    case 'nix-shell':
      return after(flat, /^(?:--run|--command)$/);
    case 'wsl':
      return [{ words: args.filter(([text = '']) => !/^(?:-e|--exec|--|-d)$/.test(text)) }];
    case 'awk':
    case 'gawk':
    case 'mawk':
      return systems(flat);
    case 'git':
      return flat.flatMap(text => (/^alias\.\w+=!/.test(text) ? [{ line: text.slice(text.indexOf('!') + 1) }] : []));
    default:
      return shells.test(program) ? shellCode(program, args, command) : [];
  }
}

/** What follows a wrapper and its options. */
function behind(program: string, args: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const takes = takesValue[program];
  let at = 0;
  while (at < args.length) {
    const [text = ''] = args[at]!;
    if (text === '--') return args.slice(at + 1);
    if (program === 'env' && (text === '-S' || text.startsWith('--split-string')))
      return [[text.includes('=') ? text.slice(text.indexOf('=') + 1) : (args[at + 1]?.[0] ?? '')]];
    if (takes?.test(text)) at += 2;
    else if (text.startsWith('-') || (/^(?:env|sudo|doas)$/.test(program) && /^\w+=/.test(text))) at++;
    else break;
  }
  return args.slice(at);
}

function after(flat: readonly string[], option: RegExp): Inner[] {
  const at = flat.findIndex(text => option.test(text));
  return at >= 0 && flat[at + 1] !== undefined ? [{ line: flat[at + 1]! }] : [];
}

/** `-c` with the script behind it, `-EncodedCommand`, or a script on standard input. */
function shellCode(program: string, args: readonly (readonly string[])[], { input, piped }: ShellCommand): Inner[] {
  const flat = args.map(([text = '']) => text);
  const power = /^(?:pwsh|powershell)$/.test(program);
  const option = flat.findIndex(text =>
    (power ? /^[-/](?:c|command)$/i : program === 'cmd' ? /^\/[ck]$/i : /^-[a-z]*c[a-z]*$|^--command$/).test(text),
  );
  if (option >= 0)
    return [{ line: power || program === 'cmd' ? flat.slice(option + 1).join(' ') : (flat[option + 1] ?? ''), input }];
  const encoded = power ? flat.findIndex(text => /^[-/]e(?:c|nc\w*)?$/i.test(text)) : -1;
  if (encoded >= 0) return [{ line: fromBase64(flat[encoded + 1] ?? '') ?? '' }];
  if (power && flat.length > 0 && !flat[0]!.startsWith('-')) return [{ line: flat.join(' ') }];
  return input !== undefined && (piped || flat.length === 0 || flat[0] === unknownText || flat[0] === '-s')
    ? [{ line: input }]
    : [];
}

function withInput(
  program: string,
  args: readonly (readonly string[])[],
  input: string | undefined,
): readonly (readonly string[])[] {
  const words = behind(program, args);
  const replaced = args.findIndex(([text = '']) => /^-I|^--replace|^-i/.test(text));
  const given =
    input === undefined
      ? [[unknownText]]
      : input
          .split(replaced < 0 ? /[\s\0]+/ : /[\n\0]+/)
          .filter(Boolean)
          .slice(0, 200)
          .map(text => [text]);
  const [mark = '{}'] =
    replaced < 0 ? [] : args[replaced]![0]!.length > 2 ? [args[replaced]![0]!.slice(2)] : (args[replaced + 1] ?? []);
  if (replaced >= 0 || (program === 'parallel' && words.some(([text = '']) => text.includes('{}'))))
    return words.map(texts =>
      texts.flatMap(text => (text.includes(mark) ? given.map(([one = '']) => text.replaceAll(mark, one)) : [text])),
    );
  const separator = program === 'parallel' ? words.findIndex(([text]) => text === ':::') : -1;
  if (separator >= 0) return [...words.slice(0, separator), ...words.slice(separator + 1)];
  return [...words, ...given];
}

/** `-exec program … {}`: the name that is looked for stands for what is found. */
function found(program: string, args: readonly (readonly string[])[]): Inner[] {
  const flat = args.map(([text = '']) => text);
  const names = flat.flatMap((text, at) =>
    /^-(?:i?name|i?path|i?wholename)$/.test(text)
      ? [(flat[at + 1] ?? '').replaceAll('*', '\uE001').replaceAll('?', '\uE002')]
      : [],
  );
  const stands =
    names.length > 0
      ? names
      : program === 'find'
        ? [unknownText]
        : flat.filter(text => !text.startsWith('-')).slice(0, 1);
  return flat.flatMap((text, at) => {
    if (!/^(?:-exec(?:dir)?|-ok(?:dir)?|-x|-X|--exec(?:-batch)?)$/.test(text)) return [];
    const end = flat.findIndex((one, i) => i > at && (one === ';' || one === '+' || one === '\\;'));
    const words = flat.slice(at + 1, end < 0 ? undefined : end);
    const has = words.some(word => word.includes('{}'));
    return [
      {
        words: [
          ...words.map(word => (word.includes('{}') ? stands.map(name => word.replaceAll('{}', name)) : [word])),
          ...(has ? [] : [stands]),
        ],
      },
    ];
  });
}

/** The command in a container: behind `exec NAME`, or behind the image of `run`. */
function contained(args: readonly (readonly string[])[]): Inner[] {
  const flat = args.map(([text = '']) => text);
  const at = flat.findIndex(text => /^(?:exec|run)$/.test(text));
  if (at < 0) return [];
  const rest = args.slice(at + 1);
  let from = 0;
  while (from < rest.length && (rest[from]![0] ?? '').startsWith('-'))
    from +=
      /^(?:-[evpwuhlma]|--(?:env|env-file|volume|mount|name|network|publish|workdir|user|entrypoint|platform|memory|cpus|label|hostname|add-host|index))$/.test(
        rest[from]![0] ?? '',
      )
        ? 2
        : 1;
  return [{ words: rest.slice(from + 1) }];
}

/** What a package manager or a loader of variables starts. */
function started(program: string, args: readonly (readonly string[])[]): Inner[] {
  const flat = args.map(([text = '']) => text);
  const dashes = flat.indexOf('--');
  const call = flat.findIndex(text => /^(?:-c|--call)$/.test(text));
  if (call >= 0 && /^(?:npx|npm|pnpx)$/.test(program)) return [{ line: flat[call + 1] ?? '' }];
  if (/^(?:npx|bunx|pnpx|uvx)$/.test(program)) {
    let at = 0;
    while (at < args.length && flat[at]!.startsWith('-'))
      at += /^(?:-p|--package|--from|--with)$/.test(flat[at]!) ? 2 : 1;
    const [name = ''] = args[at] ?? [];
    return [{ words: [[packageProgram(name)], ...args.slice(at + 1)] }];
  }
  if (dashes >= 0) return [{ words: args.slice(dashes + 1) }];
  const verb = flat.findIndex(text => /^(?:exec|run|x|dlx)$/.test(text));
  if (/^(?:kubectl|oc|op|nix|mise)$/.test(program) || verb < 0) return [];
  const words = args.slice(verb + 1);
  return words.length > 0 && flat[verb] !== 'run'
    ? [{ words: [[packageProgram(words[0]![0] ?? '')], ...words.slice(1)] }]
    : /^(?:poetry|uv|pipenv)$/.test(program)
      ? [{ words }]
      : [];
}

/** `@anthropic-ai/claude-code@2` starts `claude`. */
function packageProgram(name: string): string {
  const plain = name.replace(/^(@?[^@]+)@.*$/, '$1');
  return programsOfPackages[plain] ?? plain.split('/').at(-1) ?? plain;
}

const programsOfPackages: Readonly<Record<string, string>> = {
  '@anthropic-ai/claude-code': 'claude',
  '@openai/codex': 'codex',
  '@google/gemini-cli': 'gemini',
  '@github/copilot': 'copilot',
  'opencode-ai': 'opencode',
  '@qwen-code/qwen-code': 'qwen',
  '@sourcegraph/amp': 'amp',
  '@continuedev/cli': 'cn',
};

function systems(flat: readonly string[]): Inner[] {
  return flat.flatMap(text =>
    Array.from(
      text.matchAll(/(?:system\s*\(\s*|\|\s*getline[^"]*|^\s*BEGIN\s*\{\s*)?"([^"]{1,2000})"\s*(?:\)|\|\s*getline)/g),
      ([, line = '']) => ({ line }),
    ),
  );
}
