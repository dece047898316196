import { wordsOf } from './phrases';

/**
 * Whether a phrase stands in some texts as words of its own, in any case. Linear in the texts, once; a question then costs as much as
 * the phrase's rarest word has places.
 */
export function standsIn(texts: readonly string[]): (phrase: string) => boolean {
  const text = texts.join('\n').toLowerCase();
  const places = new Map<string, number[]>();
  for (const { start, end } of wordsOf(text)) {
    const word = text.slice(start, end);
    const others = places.get(word);
    if (others) others.push(start);
    else places.set(word, [start]);
  }
  return phrase => {
    const lower = phrase.toLowerCase();
    const words = wordsOf(lower);
    let rarest: { at: number; places: readonly number[] } | undefined;
    for (const { start, end } of words) {
      const found = places.get(lower.slice(start, end)) ?? [];
      if (!rarest || found.length < rarest.places.length) rarest = { at: start, places: found };
    }
    return (
      rarest?.places.some(place => text.startsWith(lower, place - (rarest as { at: number }).at)) ??
      text.includes(lower)
    );
  };
}
