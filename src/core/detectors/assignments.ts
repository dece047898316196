import { isCode } from '../judge/isCode';
import { judge } from '../judge/judge';
import { judgeKey } from '../judge/judgeKey';
import { type Detector, type Match, nearness, type Verdict } from './detector';
import { hasRun } from './hasRun';
import { backOverKey, overKey } from './keyUnits';
import { mayAssign } from './mayAssign';
import { readAssignment } from './readAssignment';

/** Secrets without a format, told by the key that a literal is given to. */
export const assignments: readonly Detector[] = [
  {
    id: 'secret/generic',
    title: 'secret',
    severity: 'warning',
    tier: 'likely',
    keywords: [
      'pass',
      'pwd',
      'secret',
      'token',
      'key',
      'auth',
      'cred',
      'psw',
      'psk',
      'pw=',
      'pw =',
      'pw:',
      '_pw',
      '_pat',
      'mdp',
      'bearer',
      'identified',
      'senha',
      'contrase',
      'kennwort',
      'clave',
      'parol',
      'heslo',
      'haslo',
      'hasło',
      'senord',
      'salasana',
      'wachtwoord',
      'adgangskode',
      'jelsz',
      'şifre',
      'пароль',
      '密码',
      '密碼',
      '口令',
      'パスワード',
      '비밀번호',
      '암호',
      'hmac',
      'seed',
      'salt',
    ],
    boundary: 'none',
    judged: true,
    glance: (text, at, source) => mayAssign(text, at, isCode(source?.path)),
    // All is read by hand, because a value's end depends on its quote.
    pattern: /./,
    accept,
    hits: [
      'password = "‹{alnum:9}7a›"',
      'DB_PASSWORD=‹{alnum:9}7a›\n',
      '  password: ‹{alnum:9}7a›\n',
      '"dbPassword": "‹{alnum:9}7a›",',
      'client_secret: "‹{alnum:32}7a›"',
      '<password>‹{alnum:9}7a›</password>',
      "user.setPassword('‹{alnum:9}7a›');",
      'const token = process.env.TOKEN || "‹{alnum:24}7a›";',
      'mysql --password=‹{alnum:9}7a› -u root',
      "CREATE USER a IDENTIFIED BY '‹{alnum:9}7a›';",
      '-password = "‹{alnum:9}7a›"\n+password = os.environ["PASSWORD"]',
    ],
    misses: [
      'password = os.environ["DB_PASSWORD"]',
      'password: string;',
      'PASSWORD=${DB_PASSWORD}',
      'password: <your password>',
      "passwordLabel: 'Enter{alnum:9}7a'",
      'token_url = "https://{lower:8}.com/oauth/token"',
      'const passwordField = "{alnum:9}7a"',
      'api_key = "your-api-key-here"',
      "t('password.forgot.title')",
      'password: changeme',
    ],
  },
];

function accept({ text, at, source }: Match): Verdict | undefined {
  const end = overKey(text, at);
  const key = judgeKey(text.slice(backOverKey(text, at), end));
  if (!key || key.about || key.flagged) return undefined;
  // What merely says `key` or `auth` is given many things, and a secret only where it is long.
  if (key.grade === 1 && !hasRun(text, end, nearness, 12)) return undefined;
  const assignment = readAssignment(text, at);
  return assignment && judge(assignment, text, source?.path);
}
