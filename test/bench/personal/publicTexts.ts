import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FlagCase } from './flagged';

/** Translations that public packages ship, one text for each message: real texts in many writings, with nothing hidden. */
export function translationCases(folder: string, most: number): FlagCase[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(it => it.endsWith('.po'))
    .sort();
  return Object.entries(writings).flatMap(([family, locales]) => {
    const mine = files.filter(it => locales.test(it));
    const texts = [...new Set(mine.flatMap(it => messagesOf(readFileSync(join(folder, it), 'utf8'))))];
    return spread(texts, most).map(text => ({ family, attack: false, path: 'locale/message.txt', text }));
  });
}

/** Documents that public packages ship, whole: they speak to people. */
export function documentCases(folders: readonly string[], most: number): FlagCase[] {
  const family = 'documents of public packages';
  const files = folders.flatMap(folder =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(it => it.isFile() && /\.(?:md|mdx|rst|txt)$/i.test(it.name))
      .map(it => join(it.parentPath, it.name)),
  );
  return spread(files.sort(), most)
    .map(file => ({ family, attack: false, path: `docs/${basename(file)}`, text: readFileSync(file, 'utf8') }))
    .filter(({ text }) => text.length > 200 && text.length < 100_000);
}

const writings: Readonly<Record<string, RegExp>> = {
  'translations into RTL languages': localesOf('ar ar_DZ fa he he_IL ur ug ckb dv'),
  'translations into Indic and South-East-Asian languages': localesOf('hi hi_IN bn ta te kn ml mr ne pa si my th km'),
  'translations into other languages': localesOf('ru uk el ja ko zh_Hans zh_Hant vi tr de fr pl mn ka hy am kk sr'),
};

function localesOf(names: string): RegExp {
  return new RegExp(`[\\\\/](?:${names.replaceAll(' ', '|')})[\\\\/]LC_MESSAGES[\\\\/]`);
}

/** The translated messages of a gettext file, its header left out. */
function messagesOf(text: string): string[] {
  const entries = [...text.matchAll(/^msgstr(?:\[\d\])? ((?:"(?:[^"\\\n]|\\.)*"\s*)+)/gm)].map(([, quoted = '']) =>
    [...quoted.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map(([, part = '']) => part).join(''),
  );
  return entries
    .map(it => it.replace(/\\n/g, '\n').replace(/\\(.)/g, '$1'))
    .filter(it => it.length >= 15 && !it.includes('Content-Type:'));
}

/** So many of them, from all over the list. */
function spread<T>(items: readonly T[], most: number): T[] {
  const step = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(most, items.length) }, (_, at) => items[Math.floor(at * step)]!);
}
