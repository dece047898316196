import { compareDigits, compareTexts } from './scheme';

/** RPM's order: epoch, version, release, each by `rpmvercmp`; a missing release comes before any. */
export function compareRedhat(one: string, other: string): number {
  const [a, b] = [partsOf(one), partsOf(other)];
  return (
    compareRpm(a.epoch, b.epoch) ||
    compareRpm(a.version, b.version) ||
    compareMissing(a.release, b.release) ||
    compareRpm(a.release ?? '', b.release ?? '')
  );
}

function partsOf(text: string): { epoch: string; version: string; release: string | undefined } {
  const hyphen = text.lastIndexOf('-');
  const head = hyphen === -1 ? text : text.slice(0, hyphen);
  const colon = head.indexOf(':');
  return {
    epoch: colon === -1 ? '0' : head.slice(0, colon),
    version: head.slice(colon + 1),
    release: hyphen === -1 ? undefined : text.slice(hyphen + 1),
  };
}

function compareMissing(a: string | undefined, b: string | undefined): number {
  return Number(a !== undefined) - Number(b !== undefined);
}

/** Stretches of digits and of letters, by turns; `~` comes before the end, `^` after it and before anything else. */
function compareRpm(one: string, other: string): number {
  const [a, b] = [one.match(stretches) ?? [], other.match(stretches) ?? []];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]];
    if (x === '~' || y === '~') {
      if (x !== y) return x === '~' ? -1 : 1;
    } else if (x === '^' || y === '^') {
      if (x !== y) return x === undefined ? -1 : y === undefined ? 1 : x === '^' ? -1 : 1;
    } else {
      const order = compareStretches(x, y);
      if (order !== 0) return order;
    }
  }
  return 0;
}

const stretches = /[0-9]+|[a-zA-Z]+|~|\^/g;

function compareStretches(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) return one === undefined ? -1 : 1;
  const [a, b] = [/^[0-9]/.test(one), /^[0-9]/.test(other)];
  if (a !== b) return a ? 1 : -1;
  return a ? compareDigits(one, other) : compareTexts(one, other);
}
