/** Counts the words of small letters in a text. */
export function countWords(text: string, words: Map<string, number>): void {
  for (const [word] of text.matchAll(/[a-z]{3,20}/g)) words.set(word, (words.get(word) ?? 0) + 1);
}

/** Four times the bits of each letter after two others in the different words, as one string of units from 0 to [. */
export function countTriples(words: ReadonlyMap<string, number>): string {
  const counts = new Float64Array(27 ** 3);
  const pairs = new Float64Array(27 ** 2).fill(0.3);
  for (const [word, count] of words) {
    if (count < 5) continue;
    let row = 26 * 27 + 26;
    for (const unit of `${word} `) {
      const next = unit === ' ' ? 26 : unit.charCodeAt(0) - 97;
      counts[row * 27 + next] = (counts[row * 27 + next] as number) + Math.log(count);
      pairs[(row % 27) * 27 + next] = (pairs[(row % 27) * 27 + next] as number) + Math.log(count);
      row = (row % 27) * 27 + next;
    }
  }
  let out = '';
  for (let row = 0; row < 27 * 27; row++) {
    const own = counts.subarray(row * 27, row * 27 + 27);
    const behind = pairs.subarray((row % 27) * 27, (row % 27) * 27 + 27);
    const [sum, sumBehind] = [own, behind].map(it => it.reduce((a, b) => a + b, 0)) as [number, number];
    for (let next = 0; next < 27; next++) {
      const share = ((own[next] as number) + (20 * (behind[next] as number)) / sumBehind) / (sum + 20);
      out += String.fromCharCode(48 + Math.min(43, Math.round(-4 * Math.log2(share))));
    }
  }
  return out;
}
