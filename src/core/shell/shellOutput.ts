import { anyLetters, oneLetter, unescaped, unknownText } from './shellWord';

/** What a command prints, where its words and input alone tell; undefined for all others. */
export function shellOutput(words: readonly string[], input: string | undefined): string | undefined {
  const [program = '', ...args] = words;
  switch (program.split('/').at(-1)) {
    case 'echo':
      return `${echoed(args)}\n`;
    case 'printf':
      return args[0] === '-v' ? '' : formatted(args);
    case 'cat':
    case 'tee':
    case 'sort':
    case 'uniq':
    case 'head':
    case 'tail':
      return args.every(arg => arg.startsWith('-') || program === 'tee') || args.includes(unknownText)
        ? input
        : undefined;
    case 'rev':
      return input
        ?.split('\n')
        .map(line => [...line].reverse().join(''))
        .join('\n');
    case 'tr':
      return input === undefined ? undefined : translated(input, args);
    case 'base64':
    case 'openssl':
      return decodes(args) && input !== undefined ? fromBase64(input) : undefined;
    case 'xxd':
      return args.some(arg => /^-\w*r/.test(arg)) && input !== undefined ? fromHex(input) : undefined;
    case 'sed':
      return input === undefined ? undefined : replaced(input, args);
    case 'find':
    case 'fd':
      return foundNames(args);
    case 'true':
    case ':':
    case 'cd':
    case 'export':
    case 'set':
    case 'unset':
    case 'alias':
      return '';
    default:
      return undefined;
  }
}

/** What is looked for stands for what is found. */
function foundNames(args: readonly string[]): string | undefined {
  const at = args.findIndex(arg => /^-i?name$/.test(arg));
  if (at < 0 || args.some(arg => /^-(?:exec|delete|ok|printf)/.test(arg))) return undefined;
  return `${(args[at + 1] ?? '').replaceAll('*', anyLetters).replaceAll('?', oneLetter)}\n`;
}

function echoed(args: readonly string[]): string {
  const flags = args.findIndex(arg => !/^-[neE]+$/.test(arg));
  const texts = flags < 0 ? [] : args.slice(flags);
  const text = texts.join(' ');
  return args.slice(0, Math.max(0, flags)).some(arg => arg.includes('e')) ? unescaped(text) : text;
}

function formatted([format = '', ...args]: readonly string[]): string {
  let next = 0;
  const once = () =>
    unescaped(format).replace(/%(?:%|[-+ 0#]*\d*(?:\.\d+)?([sbdicqxXo]))/g, (_all, kind?: string) => {
      if (kind === undefined) return '%';
      const arg = args[next++] ?? '';
      if (kind === 'b') return unescaped(arg);
      return kind === 'x' ? Number(arg).toString(16) : arg;
    });
  let text = once();
  while (next > 0 && next < args.length && text.length < 10_000) text += once();
  return text;
}

function decodes(args: readonly string[]): boolean {
  return args.some(arg => /^(?:-d|-D|--decode|-di|-A|-a|base64|enc)$/.test(arg)) && !args.includes('-w0');
}

/** Undefined for what is no base64 of a text. */
export function fromBase64(text: string): string | undefined {
  const clean = text.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/');
  if (clean.length === 0 || clean.length > 100_000 || !/^[A-Za-z0-9+/]+={0,2}$/.test(clean)) return undefined;
  return bytesToText(base64Bytes(clean));
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64Bytes(text: string): number[] {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of text.replace(/=+$/, '')) {
    held = ((held << 6) | alphabet.indexOf(letter)) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 0xff);
    }
  }
  return bytes;
}

function fromHex(text: string): string {
  const clean = text.replace(/[^\da-fA-F]/g, '');
  return bytesToText((clean.match(/../g) ?? []).slice(0, 50_000).map(pair => Number.parseInt(pair, 16)));
}

/** PowerShell's encoded commands have two bytes a letter. */
function bytesToText(bytes: readonly number[]): string {
  const wide = bytes.length > 3 && bytes.every((byte, i) => i % 2 === 0 || byte === 0);
  return (wide ? bytes.filter((_, i) => i % 2 === 0) : bytes).map(byte => String.fromCharCode(byte)).join('');
}

function translated(input: string, args: readonly string[]): string | undefined {
  if (args[0]?.startsWith('-d') && args[1] !== undefined) {
    const gone = new Set(setOf(args[1]));
    return [...input].filter(letter => !gone.has(letter)).join('');
  }
  const [from, to] = args.filter(arg => !/^-[cs]+$/.test(arg)).map(setOf);
  if (!from || !to || to.length === 0) return undefined;
  return [...input]
    .map(letter => (from.includes(letter) ? to[Math.min(from.indexOf(letter), to.length - 1)]! : letter))
    .join('');
}

function setOf(text: string): string[] {
  const named = text.replaceAll('[:lower:]', 'a-z').replaceAll('[:upper:]', 'A-Z').replaceAll('[:digit:]', '0-9');
  return unescaped(named)
    .replace(/(.)-(.)/g, (_, from: string, to: string) => {
      const count = Math.min(Math.max(0, to.charCodeAt(0) - from.charCodeAt(0) + 1), 256);
      return Array.from({ length: count }, (_all, i) => String.fromCharCode(from.charCodeAt(0) + i)).join('');
    })
    .split('');
}

/** One replacement of a plain text; whatever else sed can do isn't known. */
function replaced(input: string, args: readonly string[]): string | undefined {
  const [, , from = '', to = '', flags = ''] =
    /^s([/|#,:])((?:(?!\1).)*)\1((?:(?!\1).)*)\1([gI]*)$/.exec(args.find(arg => !arg.startsWith('-')) ?? '') ?? [];
  if (from === '' || /[.*+?^$[\]()]/.test(from.replaceAll('\\.', ''))) return from === '' ? undefined : unknownText;
  const plain = from.replaceAll('\\.', '.');
  return flags.includes('g') ? input.replaceAll(plain, to) : input.replace(plain, () => to);
}
