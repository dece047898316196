import assert from 'node:assert/strict';
import { sample } from '../../src/core/detectors/sample';
import { createGuard } from '../../src/core/guard';
import { createVault, restore } from '../../src/core/placeholders';
import { createPolicy } from '../../src/core/policy';
import { createScanner } from '../../src/core/scan';
import { leastCpuTime } from '../cpuTime';

const destination = { kind: 'model', name: 'any/one' } as const;

function setUp() {
  const vault = createVault();
  const policy = createPolicy([], '2026-01-01');
  const scanner = createScanner({ fingerprint: () => '0'.repeat(16) });
  return { vault, guard: createGuard({ scanner, vault, policy: () => policy, audit: () => undefined }) };
}

/** The text as a terminal of this width shows it. */
function atWidth(text: string, width: number): string {
  const pieces = text.split('\n').flatMap(line => line.match(new RegExp(`.{1,${width}}`, 'g')) ?? ['']);
  return pieces.join('\n');
}

describe('text that a terminal has wrapped', () => {
  const secrets = ['ghp_{alnum:30}{crc62:6}', 'github_pat_{alnum:22}_{alnum:59}', 'sk-ant-api03-{alnum:93}AA'];
  for (const [seed, template] of secrets.entries()) {
    for (const width of [60, 80, 120]) {
      for (const indent of [0, 31, 59]) {
        it(`holds back ${template.slice(0, 6)}… at width ${width} after ${indent} letters`, () => {
          const { vault, guard } = setUp();
          const secret = sample(template, seed);
          const text = atWidth(
            `$ cat notes\n${' '.repeat(indent)}${secret}\nthe end of it, which is long enough to be cut as well, at least where narrow\n$ `,
            width,
          );
          const { text: safe } = guard.pass(text, { channel: 'model', destination, source: { terminal: true } });
          assert.ok(!safe.replaceAll('\n', '').includes(secret), 'it went out');
          assert.ok(restore(safe, vault).includes(secret), 'the value came back with a line end in it');
          assert.match(safe, /^\$ cat notes\n/);
        });
      }
    }
  }

  it('leaves other output alone', () => {
    const { guard } = setUp();
    const text = atWidth(`${'a line of an ordinary log, with words and numbers 12345. '.repeat(30)}\n`, 80);
    assert.equal(guard.pass(text, { channel: 'model', destination, source: { terminal: true } }).text, text);
  });
});

describe('a value that was held back before', () => {
  const password = sample('{alnum:14}', 5);

  it('is held back where nothing gives it away', () => {
    const { guard } = setUp();
    const { text } = guard.pass(`DB_PASSWORD=${password}`, { channel: 'model', destination });
    const placeholder = text.slice('DB_PASSWORD='.length);
    const later = guard.pass(`export const moved = '${password}';`, { channel: 'model', destination });
    assert.equal(later.text, `export const moved = '${placeholder}';`);
  });

  it('is left alone inside a longer word, and where it is a word that stands everywhere', () => {
    const { guard } = setUp();
    guard.pass(`DB_PASSWORD=${password}\nADMIN_PASSWORD=letmein1`, { channel: 'model', destination });
    const text = `x${password}y and letmein are fine`;
    assert.equal(guard.pass(text, { channel: 'model', destination }).text, text);
  });

  it('is not reported again to the person who looks at the file', () => {
    const { guard } = setUp();
    guard.pass(`DB_PASSWORD=${password}`, { channel: 'model', destination });
    const scanned = guard.scanner.scan(`moved = '${password}'`);
    const { decisions } = guard.inspect(
      `moved = '${password}'`,
      { channel: 'editor', destination: { kind: 'editor', name: 'a' } },
      scanned,
    );
    assert.deepEqual(decisions, []);
  });
});

describe('a value that was held back before, in another form', () => {
  const password = sample('{alnum:9}+/{alnum:5}"{alnum:4}', 8);
  const bytes = (before: string) => Buffer.from(`${before}${password}, and so on`);
  const forms: Readonly<Record<string, string>> = {
    'in base64': bytes('').toString('base64'),
    'in base64 one letter on': bytes('\u0001').toString('base64'),
    'in base64 two letters on': bytes('\u0001\u0002').toString('base64'),
    'in base64 for URLs': bytes('??>>').toString('base64url'),
    'in hexadecimal': bytes('').toString('hex'),
    'in hexadecimal, in capitals': bytes('').toString('hex').toUpperCase(),
    'percent-encoded': encodeURIComponent(password),
    'in JSON': JSON.stringify(password),
    'in UTF-16': [...password].join('\0'),
    'in pieces': `"${password.slice(0, 7)}" + "${password.slice(7, 9)}" + '${password.slice(9)}'`,
    'in base64 of base64': Buffer.from(bytes('').toString('base64')).toString('base64'),
  };
  for (const [form, text] of Object.entries(forms)) {
    it(`is held back: ${form}`, () => {
      const { vault, guard } = setUp();
      vault.placeholderFor('secret/generic', password, () => false);
      const whole = `x = ${text} ;\n`;
      const { text: safe } = guard.pass(whole, { channel: 'model', destination });
      assert.ok(!safe.includes(text.slice(4, -8)), 'it went out');
      assert.equal(restore(safe, vault), whole);
    });
  }

  it('is found in one pass, however many there are', () => {
    const { vault, guard } = setUp();
    for (let seed = 0; seed < 2000; seed++)
      vault.placeholderFor('secret/generic', sample('sk-common-prefix-{alnum:24}', seed), () => false);
    const text = `${sample('sk-common-prefix-{alnum:24}', 7)} and other words of a text. `.repeat(1500);
    const inspected = () => assert.equal(guard.inspect(text, { channel: 'model', destination }).decisions.length, 1500);
    assert.ok(leastCpuTime(3000, inspected) < 3000);
  });
});
