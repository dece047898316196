import type { Scanner } from '../core/scan';

/** Something about an exchange that a person should know. It holds no value. */
export interface Notice {
  readonly kind: 'carried-out' | 'literal-secret' | 'other-model' | 'package' | 'kept-placeholder' | 'trail';
  readonly message: string;
}

/** What is to be told about an answer when it is over: secrets that the model wrote out, and that another model answered. */
export function noticesOf(scanner: Scanner, said: string, asked: string, answered: unknown): Notice[] {
  const found = scanner.scan(said).findings.filter(({ kind, tier }) => kind === 'secret' && tier !== 'possible');
  const literal = [...new Set(found.map(({ title }) => title))].map(
    (title): Notice => ({
      kind: 'literal-secret',
      message: `the answer of ${asked} holds a literal ${title}: what it writes into code belongs into the environment`,
    }),
  );
  if (typeof answered !== 'string' || isSameModel(asked, answered)) return literal;
  const message = `${asked} was asked, and ${answered.slice(0, 100)} answered`;
  return [...literal, { kind: 'other-model', message }];
}

/** Providers answer with the dated name of a model, and for `…-latest` with the one that is it today. */
export function isSameModel(asked: string, answered: string): boolean {
  const [one, other] = [asked, answered].map(name =>
    name
      .toLowerCase()
      .replace(/^.*\//, '')
      .replace(/[:-]latest$/, ''),
  );
  if (!one || !other) return true;
  return one === other || startsWithName(one, other) || startsWithName(other, one);
}

/** A name with more behind it that is a date, a number or a size, not another model's name (`gpt-5` and `gpt-5-mini`). */
function startsWithName(long: string, short: string): boolean {
  return (
    long.startsWith(short) &&
    /^(?:[-:@.](?:\d[\w.-]*|v\d[\w.:-]*|preview|exp|latest)){1,4}$/.test(long.slice(short.length))
  );
}
