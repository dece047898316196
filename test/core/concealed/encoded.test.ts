import assert from 'node:assert/strict';
import { sample } from '../../../src/core/detectors/sample';
import { createGuard } from '../../../src/core/guard';
import { createVault, restore } from '../../../src/core/placeholders';
import { createPolicy } from '../../../src/core/policy';
import { createScanner } from '../../../src/core/scan';
import { leastCpuTime } from '../../cpuTime';

const crossing = { channel: 'model', destination: { kind: 'model', name: 'any/one' } } as const;

function setUp() {
  const vault = createVault();
  const policy = createPolicy([], '2026-01-01');
  const scanner = createScanner({ fingerprint: () => '0'.repeat(16) });
  return { vault, guard: createGuard({ scanner, vault, policy: () => policy, audit: () => undefined }) };
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
const hex = (text: string) => Buffer.from(text).toString('hex');
const percent = (text: string) =>
  [...text].map(letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`).join('');
const lines = (text: string) => text.replace(/.{76}/g, '$&\n');

const token = sample('ghp_{alnum:30}{crc62:6}', 3);
const file = `# settings\nNAME=shop\nGITHUB_TOKEN=${token}\nPORT=3000\n`;

const encodings: [string, string][] = [
  ['base64', base64(token)],
  ['base64 without padding', base64(token).replace(/=+$/, '')],
  ['base64 for URLs', Buffer.from(`${token}??>>`).toString('base64url')],
  ['base64 of base64', base64(base64(token))],
  ['base64 of a file', base64(file)],
  ['base64 of a file, in lines', lines(base64(file.repeat(3)))],
  ['base64 of JSON', base64(JSON.stringify({ auth: { token } }))],
  ['hexadecimal', hex(token)],
  ['hexadecimal in capitals', hex(file).toUpperCase()],
  ['percent-encoding of each letter', percent(token)],
  ['percent-encoding of a query', encodeURIComponent(`{"token":"${token}"}`)],
];

describe('a secret that stands encoded', () => {
  for (const [name, encoded] of encodings) {
    for (const around of [
      (run: string) => run,
      (run: string) => `data: ${run}\nnext line`,
      (run: string) => `{"x":"${run}"}`,
    ]) {
      it(`is held back as a whole and restored: ${name}, in ${around('…').replace('\n', ' ')}`, () => {
        const { vault, guard } = setUp();
        const text = around(encoded);
        const { text: safe } = guard.pass(text, crossing);
        assert.ok(!safe.includes(encoded.slice(4, 40)), 'it went out');
        assert.equal(restore(safe, vault), text);
      });
    }
  }

  it('is held back when only its value is known', () => {
    const { guard } = setUp();
    const password = sample('{alnum:16}', 9);
    guard.pass(`DB_PASSWORD=${password}`, crossing);
    assert.ok(!guard.pass(`echo ${base64(`${password}\n`)}`, crossing).text.includes(base64(password).slice(0, 12)));
  });
});

describe('what only looks encoded', () => {
  const harmless = [
    `integrity sha512-${base64(sample('{alnum:64}', 1))}`,
    'const createConnectionPoolFromEnvironmentVariables = require("./createConnectionPoolFromEnvironmentVariables");',
    `commit ${sample('{hex:40}', 4)}`,
    `data:image/png;base64,${base64(sample('{base64:400}', 5).repeat(3))}`,
    `note: ${base64('a plain note about the weather, and nothing else')}`,
    'https://example.com/search?q=caf%C3%A9%20au%20lait%20%26%20more&lang=fr%2DFR',
    `uuid ${sample('{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}', 6)}`,
  ];
  for (const text of harmless) {
    it(`passes: ${text.slice(0, 40)}…`, () => assert.equal(setUp().guard.pass(text, crossing).text, text));
  }

  it('costs little: 400 KB of long names in less than twenty times what its scan costs', () => {
    const { guard } = setUp();
    const text = Array.from(
      { length: 8000 },
      (_, i) => `import { someLongNameOfAnExportedFunction${i} } from './x${i}';`,
    ).join('\n');
    guard.scanner.scan(text);
    guard.inspect(text, crossing);
    const time = (work: () => unknown) => leastCpuTime(0, work);
    const plain = time(() => guard.scanner.scan(text));
    assert.ok(time(() => guard.inspect(text, crossing)) < 20 * plain);
  });
});
