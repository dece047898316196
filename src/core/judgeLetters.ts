/** True for letters that no word has in this order: at least two pairs that hardly occur in English or its neighbours. */
export function isUnpronounceable(value: string): boolean {
  const letters = value.toLowerCase();
  let odd = 0;
  for (let i = 1; i < letters.length; i++) {
    if (!rarePairs.has(letters.slice(i - 1, i + 1))) continue;
    odd++;
    if (odd >= 2) return true;
  }
  return false;
}

/** By first letter, the letters that hardly ever follow it within a word. */
const rare =
  'b:fgkqwxz c:bfgjmpvwxz d:qxz f:bcdghjkmnpqvwxz g:bcfjkqvwxz h:bcgjkpqvxz i:iwy j:bcdfghjklmnpqrstvwxyz k:cdgjpqtvxz l:hjqrxz m:ghjkqrvwxz n:q o:q p:jqvxz q:abcdefghijklmnopqrstvwxyz r:qxz s:jrvxz t:jqvxz u:quwyj v:bcdfghjklmnpqrstvwxz w:gjkmpquvwxz x:bdfghjkmnqrsvwz y:ghjkqvwxyz z:bcdfghjkmnpqrstvwx';
const rarePairs = new Set(rare.split(' ').flatMap(entry => [...entry.slice(2)].map(second => `${entry[0]}${second}`)));
