// Texts that look like secrets and aren't: none of them may be altered on its way to the model.
import { digits, hex, letters } from './random.mjs';

/** At least 200 of them, as `{kind, key, value}`: a value has to arrive unchanged. */
export function makeLookalikes(random) {
  return Object.entries(families).flatMap(([kind, { count, make }]) =>
    Array.from({ length: count }, (_, i) => ({ kind, ...make(random, i) })),
  );
}

/** Documented as examples by the providers, or what people write where a secret will stand. Joined, so none stands here. */
const documented = [
  ['AWS_ACCESS_KEY_ID', ['AKIA', 'IOSFODNN7', 'EXAMPLE']],
  ['AWS_SECRET_ACCESS_KEY', ['wJalrXUtnFEMI/', 'K7MDENG/', 'bPxRfiCYEXAMPLEKEY']],
  ['GITHUB_TOKEN', ['ghp_', 'x'.repeat(36)]],
  ['OPENAI_API_KEY', ['sk-', 'your-api-key-here']],
  ['SLACK_TOKEN', ['xoxb-', 'your-token-here']],
  ['API_KEY', ['YOUR_', 'API_KEY']],
  ['API_KEY', ['<your', '-api-key>']],
  ['PASSWORD', ['change', 'me']],
  ['PASSWORD', ['*'.repeat(8)]],
  ['DB_PASSWORD', ['example']],
  ['SECRET_KEY', ['REPLACE', '_ME']],
  ['CLIENT_SECRET', ['xxxxxxxx', 'xxxxxxxx']],
];

const variables = ['AUTH_TOKEN', 'DB_PASSWORD', 'API_KEY', 'CLIENT_SECRET', 'SIGNING_KEY', 'SMTP_PASS'];
const variable = i => `${variables[i % variables.length]}${i < variables.length ? '' : `_${i}`}`;

const families = {
  UUID: { count: 36, make: (r, i) => named(pickName(i, ['request_id', 'tenant', 'trace_id', 'session']), uuid(r)) },
  'git SHA': {
    count: 36,
    make: (r, i) => named(pickName(i, ['commit', 'revision', 'base', 'merge_base']), r.chars(hex, 40)),
  },
  'short SHA': { count: 12, make: r => named('head', r.chars(hex, 12)) },
  'lockfile integrity': { count: 36, make: r => named('integrity', `sha512-${r.bytes(64).toString('base64')}`) },
  'file checksum': { count: 16, make: r => named('sha256', r.chars(hex, 64)) },
  'image digest': { count: 10, make: r => named('image', `node@sha256:${r.chars(hex, 64)}`) },
  'documented example': {
    count: documented.length,
    make: (_, i) => named(documented[i][0], documented[i][1].join('')),
  },
  'environment reference': {
    count: 24,
    make: (_, i) => {
      const name = variable(i);
      const forms = [`\${env.${name}}`, `\${${name}}`, `\${{ secrets.${name} }}`, `{{ ${name} }}`];
      return named(name.toLowerCase(), forms[i % forms.length]);
    },
  },
  'process.env': { count: 24, make: (_, i) => named(variable(i).toLowerCase(), `process.env.${variable(i)}`) },
  'code reference': { count: 12, make: (_, i) => named('password', `settings.${variable(i).toLowerCase()}.value`) },
  'localhost address': {
    count: 20,
    make: (r, i) =>
      named('endpoint', `http://${i % 2 ? 'localhost' : '127.0.0.1'}:${3000 + r.below(6000)}/api/v${1 + (i % 3)}`),
  },
  'version and colour': {
    count: 12,
    make: r => named('theme', `v${r.below(20)}.${r.below(90)}.${r.below(90)} #${r.chars(hex, 6)}`),
  },
  'long identifier': {
    count: 10,
    make: r => named('handler', `createConnectionPool${r.chars(letters, 4)}FromEnvironment`),
  },
  timestamp: {
    count: 8,
    make: r =>
      named(
        'created',
        `2026-0${1 + r.below(9)}-1${r.below(9)}T0${r.below(9)}:${10 + r.below(49)}:00.${r.chars(digits, 3)}Z`,
      ),
  },
};

const named = (key, value) => ({ key, value });
const pickName = (i, names) => names[i % names.length];

function uuid(random) {
  const parts = [8, 4, 3, 3, 12].map(length => random.chars(hex, length));
  return `${parts[0]}-${parts[1]}-4${parts[2]}-${random.pick([...'89ab'])}${parts[3]}-${parts[4]}`;
}
