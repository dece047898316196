import assert from 'node:assert/strict';
import { sample } from '../../src/core/detectors/sample';
import { createScanner } from '../../src/core/scan';

/**
 * Lookalikes that must be left alone in every tier: templates of `sample()` by kind, each put into lines of the files it
 * is met in. They are built at run time, and each kind is made several times over.
 */
const kinds: Readonly<Record<string, { readonly values: readonly string[]; readonly lines: readonly Line[] }>> = {
  'a UUID': {
    values: ['{hex:8}-{hex:4}-4{hex:3}-a{hex:3}-{hex:12}'],
    lines: [
      ['a.json', '  "id": "§",'],
      ['a.ts', "const requestId = '§';"],
      ['b.yml', 'projectId: §'],
      ['c.log', 'GET /v1/items/§ 200'],
      ['d.md', 'See item § for more.'],
      ['e.sql', "INSERT INTO t VALUES ('§');"],
      ['f.csv', '1,§,active'],
    ],
  },
  'a git commit': {
    values: ['{hex:40}'],
    lines: [
      ['log.txt', 'commit §'],
      ['a.yml', '  uses: actions/checkout@§'],
      ['.gitmodules', '# § third_party'],
      ['a.go', 'const gitCommit = "§"'],
      ['CHANGELOG.md', '- fix the parser (§)'],
      ['Gemfile.lock', '  revision: §'],
      ['a.ts', "const cacheKey = '§';"],
      ['notes.txt', 'merge_base: §'],
    ],
  },
  'a short hash': {
    values: ['{hex:7}', '{hex:12}'],
    lines: [
      ['a.md', 'Reverts §.'],
      ['go.sum', 'v0.0.0-20240102150405-§ h1:'],
      ['main.html', '<script src="/app.§.js"></script>'],
    ],
  },
  'an integrity hash of a lock file': {
    values: ['sha512-{base64:86}==', 'sha1-{base64:27}='],
    lines: [
      ['package-lock.json', '      "integrity": "§",'],
      ['yarn.lock', '  integrity §'],
      ['pnpm-lock.yaml', '    resolution: {integrity: §}'],
      ['index.html', '<script integrity="§" crossorigin="anonymous">'],
    ],
  },
  'a hash of another lock file': {
    values: ['{hex:64}'],
    lines: [
      ['Cargo.lock', 'checksum = "§"'],
      ['poetry.lock', '    {file = "a.whl", hash = "sha256:§"},'],
      ['requirements.txt', 'a==1.0 --hash=sha256:§'],
      ['Dockerfile', 'FROM node@sha256:§'],
      ['composer.lock', '"content-hash": "§",'],
      ['flake.lock', '"narHash": "sha256-§",'],
    ],
  },
  'a go.sum hash': {
    values: ['h1:{base64:43}='],
    lines: [
      ['go.sum', 'golang.org/x/net v0.17.0 §'],
      ['go.sum', 'golang.org/x/net v0.17.0/go.mod §'],
    ],
  },
  'an environment reference': {
    values: [
      '${env.AUTH_TOKEN}',
      '${AUTH_TOKEN}',
      '$AUTH_TOKEN',
      '${env:AUTH_TOKEN}',
      '${{ secrets.AUTH_TOKEN }}',
      '{{ auth_token }}',
      '%AUTH_TOKEN%',
      '${input:auth-token}',
      '#{ENV["AUTH_TOKEN"]}',
      '$(AUTH_TOKEN)',
      '@@AUTH_TOKEN@@',
    ],
    lines: [
      ['mcp.json', '  "Authorization": "Bearer §",'],
      ['a.yml', 'password: §'],
      ['.env', 'API_TOKEN=§'],
      ['a.sh', 'export DB_PASSWORD="§"'],
      ['c.properties', 'app.secret=§'],
      ['x.json', '"apiKey": "§"'],
    ],
  },
  'an expression': {
    values: [
      'process.env.API_TOKEN',
      'os.environ["API_TOKEN"]',
      "os.getenv('API_TOKEN')",
      'config.apiToken',
      'getToken()',
      'await vault.read("secret/data/app")',
      'System.getenv("API_TOKEN")',
      'env::var("API_TOKEN")?',
      'settings.API_TOKEN',
      'req.body.token',
      'this.password',
      'props.password',
      'undefined',
      'null',
      'string',
      'crypto.randomBytes(32)',
    ],
    lines: [
      ['a.ts', 'const token = §;'],
      ['a.ts', '  password: §,'],
      ['a.py', 'password = §'],
      ['a.js', 'client.setApiKey(§);'],
      ['a.go', 'cfg.Secret = §'],
    ],
  },
  'a placeholder': {
    values: [
      'your-api-key-here',
      'YOUR_API_KEY',
      '<your-token>',
      'xxxxxxxxxxxxxxxx',
      'changeme',
      'CHANGE_ME',
      'REPLACE_ME',
      '********',
      '...',
      'placeholder',
      'TODO',
      '[REDACTED]',
      'insert-your-key-here',
      'my-api-key',
      'example-token',
      '<password>',
      'xxxx-xxxx-xxxx',
    ],
    lines: [
      ['.env.example', 'API_KEY=§'],
      ['a.yml', 'password: §'],
      ['a.json', '"secret": "§",'],
      ['README.md', 'export TOKEN="§"'],
      ['a.ts', "const password = '§';"],
    ],
  },
  'an AWS example key': {
    values: [
      'AKIAIOSFODNN7EXAMPLE',
      'AKIAI44QH8DHBEXAMPLE',
      'ASIAIOSFODNN7EXAMPLE',
      'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY',
    ],
    lines: [
      ['credentials', 'aws_secret_access_key = §'],
      ['a.md', 'Your key is §.'],
      ['a.ts', "accessKeyId: '§',"],
      ['a.sh', 'export AWS_SECRET_ACCESS_KEY=§'],
    ],
  },
  'a vendor’s printed example': {
    values: [
      'sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
      'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
      ['sk_test', '4eC39HqLyjWDarjtT1zdp7dc'].join('_'),
      ['pk_test', 'TYooMQauvdEDq54NiTphI7jx'].join('_'),
      'xoxb-your-bot-token',
      'sk-...',
      'sk-ant-api03-...',
      'AIzaSyXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX',
      'glpat-xxxxxxxxxxxxxxxxxxxx',
      'hf_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
      'npm_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    ],
    lines: [
      ['README.md', 'export API_KEY=§'],
      ['a.ts', "apiKey: '§',"],
      ['.env.example', 'TOKEN=§'],
      ['a.py', 'client = Client("§")'],
    ],
  },
  'the sample of jwt.io': {
    values: [
      [
        'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9',
        'eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ',
        'SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c',
      ].join('.'),
    ],
    lines: [
      ['a.md', 'Authorization: Bearer §'],
      ['a.http', 'Authorization: Bearer §'],
      ['a.ts', "const token = '§';"],
    ],
  },
  'a local address': {
    values: [
      'http://localhost:3000',
      'http://127.0.0.1:8080/path',
      'postgres://localhost:5432/app',
      'redis://localhost:6379/0',
      'mongodb://127.0.0.1:27017',
      'http://[::1]:9000',
      'ws://0.0.0.0:4000/socket',
      'http://localhost:5173/@vite/client',
    ],
    lines: [
      ['.env', 'API_URL=§'],
      ['a.ts', "const base = '§';"],
      ['a.yml', 'url: §'],
      ['a.md', 'Open § now.'],
      ['.env', 'AUTH_URL=§'],
    ],
  },
  'a version': {
    values: ['1.2.3', '^18.2.0', 'v2.0.0-rc.1', '>=20.11.1', '1.21.4-alpine3.19'],
    lines: [
      ['package.json', '  "@auth/core": "§",'],
      ['package.json', '"jsonwebtoken": "§",'],
      ['a.yml', 'token-version: §'],
      ['a.txt', 'left-pad@§'],
    ],
  },
  'the name of a secret': {
    values: [
      'DATABASE_PASSWORD',
      'db-password',
      'auth.token',
      'api_key',
      'X-Api-Key',
      'secrets/production/db',
      'projects/a/secrets/b',
      'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db',
      'password.txt',
      '/run/secrets/db_password',
      'tokenizer.json',
      './keys/server.pem',
    ],
    lines: [
      ['a.ts', "const passwordKey = '§';"],
      ['a.yml', 'secretName: §'],
      ['a.ts', "getSecret('§')"],
      ['a.py', 'TOKEN_FILE = "§"'],
      ['a.json', '"passwordFile": "§"'],
      ['a.ts', "const API_KEY_HEADER = '§';"],
    ],
  },
  'a caption': {
    values: [
      'Enter your password',
      'Forgot password?',
      'Password must have 8 characters',
      'Passwort vergessen?',
      'Mot de passe',
      'Invalid token',
      'Your token has expired.',
      'Confirm password',
    ],
    lines: [
      ['en.json', '"password.label": "§",'],
      ['a.tsx', '<label>Password: §</label>'],
      ['a.ts', "password: '§',"],
      ['a.yml', 'token_error: §'],
      ['strings.xml', '<string name="password">§</string>'],
    ],
  },
  'code with the words': {
    values: ['key', 'token', 'password', 'auth', 'secret'],
    lines: [
      ['a.ts', 'function §(value: string): void {}'],
      ['a.ts', 'for (const § of Object.keys(map)) visit(§);'],
      ['a.go', 'if § == "" { return nil }'],
      ['a.py', 'def get_§(self, §=None):'],
      ['a.rs', 'let §: &str = args.next();'],
      ['a.ts', 'interface A { §: string; other?: number }'],
      ['a.java', 'private final String §;'],
      ['a.css', '.§ { color: #ff00aa; }'],
      ['a.tsx', '<input type="§" name="§" autoComplete="current-§" />'],
      ['a.sql', 'SELECT § FROM users WHERE § IS NOT NULL;'],
      ['a.md', 'The § is read from the environment.'],
    ],
  },
  'what has an @': {
    values: [
      'git@github.com:owner/repo.git',
      'jane@example.com',
      'noreply@github.com',
      'logo@2x.png',
      'react@18.2.0',
      '@angular/core',
      '@types/node',
      'user@localhost',
      '@media (min-width: 10px)',
      '@Injectable()',
      'actions/checkout@v4',
      'john.doe@example.org',
      'root@127.0.0.1',
      'pkg@npm:other@1.0.0',
    ],
    lines: [
      ['a.md', 'See § for it.'],
      ['a.json', '"a": "§",'],
      ['a.ts', '// §'],
    ],
  },
  'a test card': {
    values: [
      '4111111111111111',
      '4111 1111 1111 1111',
      '4242424242424242',
      '4242 4242 4242 4242',
      '5555555555554444',
      '378282246310005',
      '6011111111111117',
      '4000056655665556',
    ],
    lines: [
      ['a.md', 'Pay with §.'],
      ['a.ts', "card: '§',"],
      ['a.json', '"number": "§"'],
    ],
  },
  'a long number': {
    values: [
      '9007199254740991',
      '0.{digit:17}',
      '17{digit:11}',
      '{hex:8}-4539-4578-8763-{digit:12}',
      '3.141592653589793',
      '{digit:20}',
      '1e+{digit:14}',
      '0x{hex:16}',
    ],
    lines: [
      ['a.ts', 'const n = §;'],
      ['a.json', '"at": §,'],
      ['a.csv', 'x,§,y'],
      ['a.ts', 'translate(§)'],
    ],
  },
  'a documented IBAN': {
    values: [
      'DE89370400440532013000',
      'DE89 3704 0044 0532 0130 00',
      'GB82WEST12345698765432',
      'GB29 NWBK 6016 1331 9268 19',
      'FR1420041010050500013M02606',
      'NL91ABNA0417164300',
      'CH9300762011623852957',
    ],
    lines: [
      ['a.md', 'IBAN: §'],
      ['a.json', '"iban": "§"'],
    ],
  },
  'a number that nobody answers': {
    values: [
      '+1 (212) 555-0147',
      '+1-555-0100',
      '+12025550123',
      '+44 20 7946 0958',
      '+1 555 123 4567',
      '+15555555555',
      '+00:00',
      '+61 491 570 156',
    ],
    lines: [
      ['a.md', 'Call §.'],
      ['a.json', '"phone": "§"'],
    ],
  },
  'a date with its zone': {
    values: ['2024-05-01T10:00:00+02:00', '20240501T100000+0200', 'Wed, 01 May 2024 10:00:00 +0200'],
    lines: [
      ['a.log', '§ started'],
      ['a.json', '"at": "§"'],
    ],
  },
  'an image or a font in base64': {
    values: ['data:image/png;base64,iVBORw0KGgo{base64:200}', 'data:font/woff2;base64,d09GMg{base64:300}'],
    lines: [
      ['a.css', '  src: url(§);'],
      ['a.html', '<img src="§" alt="key">'],
      ['a.ts', "const icon = '§';"],
    ],
  },
  'a public key': {
    values: [
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{base64:43}',
      'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ{base64:300}',
      '-----BEGIN PUBLIC KEY-----\n{base64:64}\n{base64:40}\n-----END PUBLIC KEY-----',
      '-----BEGIN CERTIFICATE-----\n{base64:64}\n{base64:64}\n-----END CERTIFICATE-----',
    ],
    lines: [
      ['authorized_keys', '§ jane@laptop'],
      ['a.tf', 'public_key = "§"'],
      ['a.md', '§'],
    ],
  },
};

type Line = readonly [path: string, line: string];

describe('benign lookalikes', () => {
  const scanner = createScanner({ fingerprint: () => '0'.repeat(16) });
  let lines = 0;
  for (const [kind, { values, lines: carriers }] of Object.entries(kinds)) {
    it(`leaves ${kind} alone`, () => {
      for (const [seed, [path, line]] of [0, 1, 2].flatMap(seed => carriers.map(carrier => [seed, carrier] as const))) {
        for (const value of values)
          lines += leftAlone(
            scanner,
            path,
            line.replace(/@(?![\w@/(])|@(?=$)/g, () => sample(value, seed)),
          );
      }
    });
  }

  it('were at least 250 of at least 20 kinds', () => {
    assert.ok(Object.keys(kinds).length >= 20 && lines >= 250, `${lines} lines of ${Object.keys(kinds).length} kinds`);
  });
});

/** Among comments, and among what a text holds that was redacted before. */
const surroundings: readonly ((line: string) => string)[] = [
  line => `// before\n${line}\n// after\n`,
  line => `STAGING_API_KEY: SECRET_STAGING_API_KEY_8\n${line}\nPASSWORD: SECRET_PASSWORD_2\n`,
];

function leftAlone(scanner: ReturnType<typeof createScanner>, path: string, line: string): number {
  for (const surround of surroundings) {
    const { findings, faults } = scanner.scan(surround(line), { path });
    assert.deepEqual(faults, []);
    assert.deepEqual(
      findings.filter(it => !it.harmless).map(it => [it.detector, it.tier]),
      [],
      `${path}: ${surround(line)}`,
    );
  }
  return 1;
}
