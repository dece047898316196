import { isDummy } from '../judgeDummy';
import { judgeValue } from '../judgeValue';
import type { Detector, Match, Verdict } from './detector';

/** Credentials inside addresses and connection strings. */
export const urls: readonly Detector[] = [
  {
    id: 'secret/url-password',
    title: 'password in a URL',
    severity: 'error',
    tier: 'likely',
    keywords: ['://'],
    boundary: 'none',
    judged: true,
    pattern:
      /:\/\/(?<user>[^\s:/?#[\]@"'`<>\\]{0,80}):(?<secret>[^\s@/"'`<>\\]{1,120}?(?:@[^\s@"'`<>\\/.]{0,60}){0,2})@(?<host>\[[0-9a-f:.]{2,40}\]|[\w.-]{1,120}|\$\{\w{1,40}\}|tcp\(|unix\(|\()/i,
    accept: judgeUrl,
    hits: [
      'postgres://app:‹{alnum:14}7a›@db.{lower:8}.com:5432/app',
      'DATABASE_URL="mysql://root:‹{alnum:14}7a›@10.0.0.5/x?ssl=1"',
      'redis://:‹{alnum:20}7a›@cache.{lower:8}.net:6379',
      'git clone https://{lower:6}:‹{alnum:20}7a›@git.{lower:8}.com/x.git',
      'mongodb+srv://u:‹{alnum:14}7a›@c0.{lower:5}.mongodb.net/?retryWrites=true',
    ],
    misses: [
      'postgres://app:${DB_PASSWORD}@db/app',
      'https://{lower:8}.com:8080/@scope/{alnum:9}',
      'https://user:<password>@{lower:8}.com',
      'https://{lower:8}.com/a:b@c',
      'postgres://user:password@host:5432/db',
      'http://localhost:3000/user@{lower:6}.com',
    ],
  },
  {
    id: 'secret/dsn-password',
    title: 'password in a data source name',
    severity: 'error',
    tier: 'likely',
    keywords: ['@tcp(', '@unix(', '@('],
    lead: 120,
    boundary: 'none',
    judged: true,
    pattern:
      /(?<=["'`\s=])(?<user>[\w.-]{1,40}):(?<secret>[^\s:"'`@/{}$%]{1,70})@(?:tcp|unix)?\((?<host>[^)\s]{0,80})/i,
    accept: judgeUrl,
    hits: [
      'dsn := "root:‹{alnum:12}7a›@tcp(db.{lower:6}.com:3306)/app"',
      "'app:‹{alnum:12}7a›@tcp(10.0.0.1:3306)/'",
      '`u:‹{alnum:12}7a›@unix(/tmp/mysql.sock)/db`',
    ],
    misses: ['"root:@tcp(127.0.0.1:3306)/"', '"%s:%s@tcp(%s)/%s"', '"${USER}:${PASS}@tcp(db)/"'],
  },
  {
    id: 'secret/connection-string-password',
    title: 'password in a connection string',
    severity: 'error',
    tier: 'likely',
    keywords: ['password=', 'pwd=', 'password =', 'pwd ='],
    boundary: 'none',
    judged: true,
    pattern: /(?:password|pwd)\s?=\s?(?<secret>[^;"'\s<>{}()[\]$%\\]{4,100})(?=\s?;|\\?["'])/i,
    accept: match => {
      const around =
        match.text.slice(Math.max(0, match.at - 300), match.at) + match.text.slice(match.end, match.end + 300);
      return /(?:server|data source|host|database|initial catalog|uid|user id|username)\s?=/i.test(around)
        ? judgePassword(match, false)
        : undefined;
    },
    hits: [
      'Server=db.{lower:6}.com;Database=x;User Id=sa;Password=‹{alnum:12}7a!›;',
      '"Data Source=.;Initial Catalog=x;uid=sa;pwd=‹{alnum:12}7a›"',
      "conn = 'host=db user=app database=x password=‹{alnum:12}7a›'",
    ],
    misses: ['Server=x;Password={password};', 'Server=x;Password=<password>;', 'Server=db;Password=%PASSWORD%;'],
  },
];

/** A password on this very machine that equals its user, or that everybody uses, is hardly one. */
function judgeUrl(match: Match): Verdict | undefined {
  const { groups, value } = match;
  const host = groups.host ?? '';
  if (/^(?:example\.|host(?:name)?$|server$|hostname|your)/i.test(host) && judgeValue(value).shape === 'word')
    return undefined;
  if (/^\d{1,5}[?#]/.test(value)) return undefined;
  const local =
    /^(?:[\w-]+\.)*example\.(?:com|org|net)$|^(?:localhost|127\.|0\.0\.0\.0|\[?::1|host\.docker\.internal)|^(?:db|database|postgres|mysql|mongo|redis|rabbitmq)$/i.test(
      host,
    );
  return judgePassword(match, local && (/example\./.test(host) || everyday.test(value) || value === groups.user));
}

function judgePassword({ value, groups }: Match, everyone: boolean): Verdict | undefined {
  const { shape, says } = judgeValue(value);
  if (/[${}<>]|%[sdv(]|^\*+$|^[/]/.test(value) || (value.length >= 4 && shape === 'no') || placeholder.test(value))
    return undefined;
  if (value.length >= 16 && isDummy(value)) return undefined;
  const weak =
    everyone ||
    (shape !== 'mixed' && shape !== 'random' && (everyday.test(value) || value === groups.user)) ||
    value.length < 4;
  return { tier: weak ? 'possible' : 'likely', reason: `it stands where an address has its password; ${says}` };
}

const everyday =
  /^(?:postgres|root|admin|password|passw0rd|pass|pwd|secret|guest|test|user|mysql|redis|mongo|rabbit|rabbitmq|dev|app|docker|changeme|example|sa|minio|minioadmin|123456|12345678|1234)$/i;
const placeholder =
  /^(?:x+|password|pass|pwd|passwd|secret|token|\.+|your.*|.*(?:placeholder|changeme).*|api[-_]?key|\[.*\]?)$/i;
