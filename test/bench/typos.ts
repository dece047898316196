import type { Ecosystem } from '../../src/core/packages';

/** A name that somebody could take for another, and by which trick. */
export interface Typo {
  readonly name: string;
  readonly kind: string;
}

/** One typo of each kind that a name can have, the same for the same seed. */
export function typosOf(ecosystem: Ecosystem, name: string, seed: number): Typo[] {
  const from = name.startsWith('@') ? name.indexOf('/') + 1 : 0;
  // In a scope nobody else can publish: there the scope itself is what is imitated.
  if (from > 0) return scopeTypos(name, from);
  const at = 1 + (seed % (name.length - 2));
  const letters = [...name];
  const changed = (count: number, ...by: string[]) =>
    [...letters.slice(0, at), ...by, ...letters.slice(at + count)].join('');
  const made: Typo[] = [
    { kind: 'left out', name: changed(1) },
    { kind: 'doubled', name: changed(1, letters[at]!, letters[at]!) },
    { kind: 'swapped', name: changed(2, letters[at + 1]!, letters[at]!) },
    { kind: 'neighbouring key', name: changed(1, neighbour(letters[at]!, seed)) },
    { kind: 'homoglyph', name: homoglyph(name) },
    { kind: 'separator', name: name.replace(/[-_.]/, '') },
    ...affixed(ecosystem, name),
  ];
  return made.filter(typo => typo.name !== name && /[a-z]/.test(letters[at]!));
}

function affixed(ecosystem: Ecosystem, name: string): Typo[] {
  const kind = 'affix';
  if (ecosystem === 'npm')
    return [
      { kind, name: `${name}-js` },
      { kind, name: `node-${name}` },
    ];
  return ecosystem === 'PyPI'
    ? [
        { kind, name: `python-${name}` },
        { kind, name: `${name}-py` },
      ]
    : [];
}

function scopeTypos(name: string, from: number): Typo[] {
  const scope = name.slice(1, from - 1);
  return [
    { kind: 'scope', name: `@${scope}-${name.slice(from)}/${name.slice(from)}` },
    { kind: 'scope', name: `${scope}-${name.slice(from)}` },
  ];
}

const keys = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function neighbour(letter: string, seed: number): string {
  const row = keys.find(it => it.includes(letter)) ?? '';
  const at = row.indexOf(letter);
  return (seed % 2 === 0 ? row[at - 1] : row[at + 1]) ?? row[at - 1] ?? row[at + 1] ?? letter;
}

const alike: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', x: 'х', i: 'і' };

function homoglyph(name: string): string {
  const at = [...name].findIndex(letter => alike[letter] !== undefined);
  return at < 0 ? name : name.slice(0, at) + alike[name[at]!] + name.slice(at + 1);
}
