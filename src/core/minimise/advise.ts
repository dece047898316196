import { namedSymbols } from './namedSymbols';
import { type Attachment, type Prompt, readPrompt } from './readPrompt';
import { type ColumnUse, unusedColumns } from './unusedColumns';
import { wordsOf } from './words';

/** What a prompt took along and doesn't need. It holds names of files, columns and symbols, never what stands in them. */
export type Advice = { readonly path: string; readonly spared: number; readonly total: number } & (
  | { readonly kind: 'duplicate' }
  /** Added by the editor itself; `around` where only a selection was meant. */
  | { readonly kind: 'automatic'; readonly origin: 'active' | 'around' | 'selection' }
  | { readonly kind: 'columns'; readonly use: ColumnUse }
  | { readonly kind: 'symbol'; readonly names: readonly string[] }
);

/**
 * Says what the last prompt of a conversation could do without; `spared` and `total` are UTF-16 units. `messages` are the
 * person's, oldest first. Whatever may be meant counts as needed: a wrong hint is worse than none. Bounded by the length of the
 * last prompt with its attachments.
 */
export function adviseOn(messages: readonly string[]): Advice[] {
  const prompt = messages.reduceRight<Prompt | undefined>((found, message) => found ?? readPrompt(message), undefined);
  if (!prompt) return [];
  const advice: Advice[] = [];
  const seen = new Set<string>();
  for (const attachment of handPicked(prompt.attachments)) {
    const { path, text } = attachment;
    if (path === '' || text.length < least) continue;
    const key = `${path.split(/[\\/]/).at(-1)}\n${text.trim()}`;
    if (seen.has(key)) advice.push({ kind: 'duplicate', path, spared: text.length, total: text.length });
    else advice.push(...surplus(prompt, attachment));
    seen.add(key);
  }
  return advice.sort((a, b) => b.spared - a.spared);
}

/** So few characters are not worth a word. */
const least = 2000;

/** What was attached by hand comes first, so that the other copy is the one too many. */
function handPicked(attachments: readonly Attachment[]): Attachment[] {
  const byHand = attachments.filter(({ origin }) => origin === 'attached');
  return [...byHand, ...attachments.filter(({ origin }) => origin !== 'attached')];
}

function surplus({ words }: Prompt, { path, origin, excerpt, text }: Attachment): Advice[] {
  const total = text.length;
  const use = excerpt ? undefined : unusedColumns(words, path, text);
  if (use) {
    const spared = Math.round(use.share * total);
    return spared < least / 2 ? [] : [{ kind: 'columns', path, spared, total, use }];
  }
  const symbols = excerpt || total < longFile ? [] : namedSymbols(words, text);
  const kept = symbols.reduce((sum, { start, end }) => sum + end - start, 0);
  if (symbols.length > 0 && kept * 3 < total)
    return [{ kind: 'symbol', path, spared: total - kept, total, names: symbols.map(({ name }) => name) }];
  const alone = origin !== 'attached' && symbols.length === 0 && !isMeant(words, path, origin, text);
  return alone ? [{ kind: 'automatic', origin, path, spared: total, total }] : [];
}

const longFile = 6000;

/** Whether the prompt speaks of the file: by its name, by pointing at it, or with a word that stands in it. */
function isMeant(words: string, path: string, origin: Attachment['origin'], text: string): boolean {
  const said = wordsOf(words.slice(0, maxWords));
  const name = path.split(/[\\/]/).at(-1) ?? '';
  const [stem = ''] = name.replace(/^\./, '').split('.');
  if (said.includes('file') || words.includes(name) || wordsOf(stem).every(part => said.includes(part))) return true;
  // Beside a selection, "this" is the selection.
  if (origin === 'around') return false;
  if (said.some(word => pointing.has(word)) || said.length < 4) return true;
  const head = text.slice(0, maxText).toLowerCase();
  return said.some(word => word.length > 4 && head.includes(word));
}

const maxWords = 2000;
const maxText = 200_000;
const pointing = new Set(
  'this that it its these those here above current open selected selection code dies diese dieser dieses hier das ce cette ceci este esta esto questo questa'.split(
    ' ',
  ),
);
