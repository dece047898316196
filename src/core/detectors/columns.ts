import { judgeKey } from '../judgeKey';
import { judgeValue } from '../judgeValue';
import type { Detector, Verdict } from './detector';

/** Passwords whose column says what they are. */
export const columns: readonly Detector[] = [
  {
    id: 'secret/inserted-password',
    title: 'password inserted into a table',
    severity: 'warning',
    tier: 'likely',
    keywords: ['insert into', 'replace into'],
    boundary: 'none',
    judged: true,
    pattern:
      /(?:insert|replace) into\s{1,4}[\w.`"[\]]{1,80}\s{0,4}\((?<names>[^()]{1,600})\)(?:\s|\\[nrt]){0,8}values\s{0,4}\((?<values>[^()\n]{1,1000})\)/i,
    accept: ({ groups, end }) => judgeRow(groups.names ?? '', groups.values ?? '', end - 1),
    hits: [
      "INSERT INTO users (name, password) VALUES ('bob', '‹{alnum:9}7a›');",
      "insert into `db`.`users` (`id`, `user_password`, `mail`)\n  values (1, '‹{alnum:9}7a›', NULL);",
      "REPLACE INTO api (client_secret, name) VALUES ('‹{alnum:30}7a›', 'x, y')",
    ],
    misses: [
      'INSERT INTO users (name, password) VALUES (?, ?);',
      "INSERT INTO users (name, password_hash) VALUES ('bob', '{alnum:9}7a');",
      "INSERT INTO users (name, password) VALUES ('{alnum:9}7a', NULL);",
      "INSERT INTO users (name, password) VALUES ('bob', '$2b$10${alnum:50}');",
    ],
  },
];

const literal = /^'([^']{4,100})'$/;

/** The first column that names a secret, and the value in its place; `end` is where the values end in the text. */
function judgeRow(names: string, values: string, end: number): Verdict | undefined {
  const keys = names.split(',').map(it => judgeKey(it.trim()));
  const place = keys.findIndex(it => it && it.grade >= 2 && it.after.length === 0 && !it.flagged);
  const fields = fieldsOf(values);
  const field = fields[place];
  if (!field || fields.length !== keys.length) return undefined;
  const value = literal.exec(field.text.trim())?.[1];
  if (value === undefined) return undefined;
  const { shape, says } = judgeValue(value);
  if (shape === 'no') return undefined;
  const start = end - values.length + field.start + field.text.indexOf(value);
  const tier = shape === 'word' || shape === 'digits' ? ('possible' as const) : ('likely' as const);
  return { tier, start, end: start + value.length, reason: `its column is ${keys[place]?.word}; ${says}` };
}

/** Parts between commas, but for those in quotes. */
function fieldsOf(row: string): { readonly text: string; readonly start: number }[] {
  const fields: { text: string; start: number }[] = [];
  let quote = '';
  let start = 0;
  for (let i = 0; i <= row.length; i++) {
    const unit = row[i];
    if (unit === undefined || (unit === ',' && quote === '')) {
      fields.push({ text: row.slice(start, i), start });
      start = i + 1;
    } else if (unit === quote) quote = '';
    else if (quote === '' && (unit === '"' || unit === "'")) quote = unit;
  }
  return fields;
}
