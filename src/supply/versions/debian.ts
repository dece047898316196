import { compareDigits } from './scheme';

/** Debian's order, as deb-version(7) says: epoch, upstream version, revision; `~` comes before everything, even the end. */
export function compareDebian(one: string, other: string): number {
  const [a, b] = [partsOf(one), partsOf(other)];
  return compareDigits(a.epoch, b.epoch) || compareText(a.upstream, b.upstream) || compareText(a.revision, b.revision);
}

function partsOf(version: string): { epoch: string; upstream: string; revision: string } {
  const text = version.trim();
  const epoch = /^([0-9]+):/.exec(text)?.[1];
  const rest = epoch === undefined ? text : text.slice(epoch.length + 1);
  const hyphen = rest.lastIndexOf('-');
  return {
    epoch: epoch ?? '0',
    upstream: hyphen === -1 ? rest : rest.slice(0, hyphen),
    revision: hyphen === -1 ? '' : rest.slice(hyphen + 1),
  };
}

/** Stretches without digits and stretches of digits, by turns. */
function compareText(one: string, other: string): number {
  const [a, b] = [one.split(/([0-9]+)/), other.split(/([0-9]+)/)];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [a[i] ?? '', b[i] ?? ''];
    const order = i % 2 === 0 ? compareLetters(x, y) : compareDigits(x, y);
    if (order !== 0) return order;
  }
  return 0;
}

function compareLetters(one: string, other: string): number {
  for (let i = 0; i < Math.max(one.length, other.length); i++) {
    const order = placeOf(one[i]) - placeOf(other[i]);
    if (order !== 0) return order;
  }
  return 0;
}

/** `~`, the end, letters, everything else. */
function placeOf(letter: string | undefined): number {
  if (letter === '~') return -1;
  if (letter === undefined) return 0;
  return /[a-z]/i.test(letter) ? letter.charCodeAt(0) : letter.charCodeAt(0) + 256;
}
