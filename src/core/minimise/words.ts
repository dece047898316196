/** The words of a text or a name, in lower case and without the endings of the plural: `firstNames` is `first`, `name`. */
export function wordsOf(text: string): string[] {
  const apart = text.replace(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, '$1 ').toLowerCase();
  return (apart.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(singular);
}

function singular(word: string): string {
  if (word.length < 4 || /[isu]s$/.test(word)) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/, '');
}

/** Whether the whole is asked for, so that nothing of it can be spared. */
export function wantsAll(words: ReadonlySet<string>): boolean {
  return everything.some(word => words.has(word));
}

const everything = (
  'all every everything each whole entire full complete rest other column field schema convert translate reformat anonymize anonymise ' +
  'alle alles jede jeden jeder ganze gesamte vollständig spalte spalten tous tout toute chaque todo toda cada tutti tutto'
)
  .split(' ')
  .map(singular);
