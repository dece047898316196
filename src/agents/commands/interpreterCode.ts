import { quoted } from '../../core/shell/quoted';
import { fromBase64 } from '../../core/shell/shellOutput';
import { unescaped, unknownText } from '../../core/shell/shellWord';

const takesCode = /^(?:-[a-zA-Z]*[cepErRW]|--eval|--print|--execute|eval|\+|--cmd|-ex|--command)$/;
const interpreters =
  /^(?:python[\d.]*|pypy[\d.]*|py|node|nodejs|deno|bun|perl|ruby|php|lua|luajit|osascript|rscript|julia|tclsh|groovy|jshell|irb|awk|gawk|mawk|ts-node|tsx|sqlite3?|psql|vim?|nvim|ex|emacs|ed|gdb|jq)$/;

/** The code that an interpreter is given to run: by its options, or on its standard input where it says nothing else. */
export function codeOf(
  program: string,
  args: readonly (readonly string[])[],
  input: string | undefined,
): { code?: string } {
  if (!interpreters.test(program)) return {};
  const flat = args.map(([text = '']) => text);
  const at = flat.findIndex(text => takesCode.test(text) && !(program === 'node' && text === '-r'));
  const inline = /^(?:g|m)?awk$/.test(program)
    ? (flat.find(text => !text.startsWith('-')) ?? '')
    : at < 0
      ? ''
      : flat.slice(at + 1, at + 3).join('\n');
  const editor = /^(?:vim?|nvim|ex)$/.test(program) ? flat.filter(text => text.startsWith('+')).join('\n') : '';
  const runsInput =
    input !== undefined &&
    (flat.length === 0 || flat.every(text => text === '-' || text.startsWith('-') || text === unknownText));
  const code = [inline, editor, ...(runsInput ? [input] : [])].filter(Boolean).join('\n');
  return code === '' ? {} : { code: plainCode(code) };
}

/** What code would give to a shell: its strings, and lists of words. */
export function linesIn(code: string): string[] {
  if (!/system|exec|spawn|popen|subprocess|\bqx\b|`|Shell|\$\s*`/i.test(code)) return [];
  const strings = Array.from(code.matchAll(/(['"`])((?:(?!\1)[^\n]){3,500})\1/g), ([, , text = '']) => text).filter(
    text => /\s/.test(text),
  );
  const lists = Array.from(code.matchAll(/\[((?:\s*['"][^'"]{0,200}['"]\s*,?){2,20})\]/g), ([, list = '']) =>
    Array.from(list.matchAll(/['"]([^'"]*)['"]/g), ([, word = '']) => quoted(word)).join(' '),
  );
  const calls = Array.from(
    code.matchAll(/(?:spawn|execFile|system|exec)\w*\(\s*((?:['"][^'"]{0,200}['"]\s*,\s*)+\[?[^\])]*)/g),
    ([, list = '']) => Array.from(list.matchAll(/['"]([^'"]*)['"]/g), ([, word = '']) => quoted(word)).join(' '),
  );
  return [...strings, ...lists, ...calls].slice(0, 30);
}

/** Code with its strings put together and its escapes and encodings opened, so that the paths in it stand there. */
function plainCode(code: string): string {
  const text = code.slice(0, 50_000);
  const opened = unescaped(text.replace(/\\\n/g, ''))
    .replace(
      /(?:chr|String\.fromCharCode|\[char\])\s*\(?\s*((?:0x)?[\da-f]{1,4}(?:\s*,\s*(?:0x)?[\da-f]{1,4})*)\s*\)?/gi,
      (_, codes: string) =>
        `'${codes
          .split(',')
          .map(one => String.fromCharCode(Number(one.trim()) % 65_536))
          .join('')}'`,
    )
    .replace(/(['"`])\s*(?:\+|\.\.|&|<>|~)\s*(['"`])|(['"])\s+\.\s+(['"])|(?<=\w)(['"])\.(['"])(?=\w)/g, '')
    .replace(/(['"])\s+(['"])/g, '');
  const encoded = Array.from(text.matchAll(/['"`]([A-Za-z0-9+/]{6,}={0,2})['"`]/g), ([, one = '']) =>
    fromBase64(one),
  ).filter(one => one !== undefined && /^[\x20-\x7e\s]+$/.test(one));
  const reversed = Array.from(
    text.matchAll(/['"]([^'"\n]{3,100})['"]\s*(?:\[::-1\]|\.split\(''\)\.reverse)/g),
    ([, one = '']) => `'${[...one].reverse().join('')}'`,
  );
  const joinedUp = Array.from(
    text.matchAll(/\[((?:\s*['"][^'"]{0,20}['"]\s*,?){2,20})\]/g),
    ([, list = '']) => `'${list.replace(/['",\s]/g, '')}'`,
  );
  return [opened, ...encoded.map(one => `'${one}'\n${one}`), ...reversed, ...joinedUp].join('\n');
}
