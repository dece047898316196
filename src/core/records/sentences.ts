import type { Span } from '../model';
import type { PersonalColumn } from './judgeTable';
import { evidence, isFullName } from './values';

/** What is said of people in sentences, by the words that say it. */
const told: Readonly<Record<string, readonly [kind: PersonalColumn['kind'], title: string]>> = {
  ...of(
    'pii/health',
    'health data',
    'diagnosed with|suffers from|suffering from|suffered from|tested positive for|is allergic to|treated for|leidet an|erkrankt an|diagnostiziert mit|atteint de|atteinte de|souffre de|padece de|sufre de|diagnosticado con|diagnosticada con|affetto da|affetta da|soffre di|diagnosticado com|diagnosticada com|lijdt aan',
  ),
  ...of(
    'pii/criminal-record',
    'criminal record',
    'convicted of|sentenced for|arrested for|charged with|verurteilt wegen|condamné pour|condamnée pour|condenado por|condenada por|condannato per|condannata per|veroordeeld voor',
  ),
  ...of('pii/sexual-orientation', 'sex life or sexual orientation', 'came out as|identifies as'),
};

function of(kind: PersonalColumn['kind'], title: string, words: string): typeof told {
  return Object.fromEntries(words.split('|').map(word => [word, [kind, title]]));
}

export const sentenceWords: readonly string[] = Object.keys(told);

/** Whether a text is prose, so that sentences in it are about people: programs and data are not. */
export function isProse(path: string | undefined): boolean {
  return path === undefined || /(?:^|\/)[^./]*$|\.(?:txt|md|eml|tex|rst|org|adoc|text|mbox|log|ipynb)$/i.test(path);
}

/** A sentence that names a person and what the words at `[start, end)` say of that person; merely possible, so that it stays quiet. */
export function readSentence(text: string, start: number, end: number, word: string): PersonalColumn[] {
  const [kind, title] = told[word] ?? [];
  const name = nameBefore(text, start);
  const said = name && valueAfter(text, end);
  if (!kind || !title || !said) return [];
  if (kind === 'pii/sexual-orientation' && evidence('word', text.slice(said.start, said.end)) < 2) return [];
  const about = { severity: 'information', tier: 'possible', reason: `a sentence says "${word}" of somebody` } as const;
  return [
    { ...about, kind: 'pii/person-name', title: "person's name", cells: [name], name: 'sentence' },
    { ...about, kind, title, cells: [said], name: 'sentence' },
  ];
}

const before =
  /(?<![\p{L}\d])((?:\p{Lu}[\p{L}'’-]{1,20}|\p{Lu}\.)(?: (?:\p{Lu}[\p{L}'’-]{1,20}|\p{Lu}\.|de|da|van|von|der|del)){1,3})(?:,? (?:\(?\d{1,3}\)?,?|aged|who|has|had|have|been|was|is|were|recently|later|also|ist|wurde|hat|est|a|été|fue|ha|sido|foi|è|stato|stata|is|werd)){0,6} $/u;

function nameBefore(text: string, start: number): Span | undefined {
  const from = Math.max(0, start - 110);
  const found = before.exec(text.slice(from, start));
  const name = found?.[1];
  if (!found || !name || !isFullName(name)) return undefined;
  return { start: from + found.index, end: from + found.index + name.length };
}

const after =
  /^ ((?:an? |the )?[\p{L}\d][\p{L}\d'’/-]*(?: (?!(?:and|in|on|at|since|after|when|but|by|und|seit|im|et|depuis|y|desde|e|nel|en) )[\p{L}\d'’/-]+){0,4})/u;

function valueAfter(text: string, end: number): Span | undefined {
  const value = after.exec(text.slice(end, end + 90))?.[1];
  return value && value.length > 2 ? { start: end + 1, end: end + 1 + value.length } : undefined;
}
