import { isDummy } from '../judge/judgeDummy';
import { isEveryday, isMadeOfChance } from '../judge/judgePlaced';
import { judgeValue } from '../judge/judgeValue';
import { judgeAddressPassword } from './addressPassword';
import type { Detector, Match, Verdict } from './detector';
import { looksRandom } from './looksRandom';

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
      /:\/\/(?<user>[^\s:/?#[\]@"'`<>\\]{0,80}(?:@[\w-]{1,40}(?:\.[\w-]{1,40}){1,4})?):(?<secret>(?!\d{1,5}[/?#])[^\s@/"'`<>\\]{1,120}?(?:@(?:[^\s@"'`<>\\/.]{0,60}|[\w.!*$%^&+~-]{1,40}(?=@))){0,2}(?:\/[^\s@/"'`<>\\]{0,40}(?=@[\w-]{1,60}[.:]\w))?)@(?<host>\[[0-9a-f:.]{2,40}\]|[\w.-]{1,120}|[${<%"'`]|tcp\(|unix\(|\(|(?=\/[\w-]{1,60}\?host=))/i,
    accept: judgeUrl,
    hits: [
      'postgres://app:‹{alnum:14}7a›@db.{lower:8}.com:5432/app',
      'DATABASE_URL="mysql://root:‹{alnum:14}7a›@10.0.0.5/x?ssl=1"',
      'redis://:‹{alnum:20}7a›@cache.{lower:8}.net:6379',
      'git clone https://{lower:6}:‹{alnum:20}7a›@git.{lower:8}.com/x.git',
      'url = f"redis://:‹{alnum:14}7a›@{host}:6379/0"',
      'smtp://bob@{lower:6}.io:‹{alnum:9}7a›@smtp.{lower:6}.io:587',
      'mongodb+srv://u:‹{alnum:14}7a›@c0.{lower:5}.mongodb.net/?retryWrites=true',
      'URL=postgres://app:‹p@ss:w/{alnum:5}7›@db.{lower:6}.io:5432/app',
      'URL="postgres://app:‹%40{alnum:8}%2Fx7$8!›@db.{lower:6}.io:5432/app"',
    ],
    misses: [
      'postgres://app:${DB_PASSWORD}@db/app',
      'https://{lower:8}.com:8080/@scope/{alnum:9}',
      'https://user:<password>@{lower:8}.com',
      'https://{lower:8}.com/a:b@c',
      'postgres://user:password@host:5432/db',
      'http://localhost:3000/user@{lower:6}.com',
      'docker://ubuntu:20.04/x@sha256:{hex:64}',
      'ssh://{lower:6}:{lower:6}/repo@v1.2',
      'jdbc:sqlserver://db:1433;databaseName=x;user=sa;password=P@{alnum:8}7;',
    ],
  },
  {
    id: 'secret/url-token',
    title: 'token in a URL',
    severity: 'error',
    tier: 'likely',
    keywords: ['://'],
    boundary: 'none',
    judged: true,
    pattern:
      /:\/\/(?<secret>[\w-]{20,120})(?::(?:x-oauth-basic|x)?)?@(?<host>[\w-]{1,60}(?:\.[\w-]{1,60}){1,6})(?<rest>[/:][^\s"'`<>]{0,40})?/i,
    accept: judgeUserToken,
    hits: [
      'git remote add origin https://‹{hex:40}›@github.com/{lower:5}/x.git',
      'https://‹{alnum:36}7a›:x-oauth-basic@git.{lower:6}.com/x',
      'pip install git+https://‹{alnum:24}7a›@git.{lower:6}.com/x.git',
    ],
    misses: [
      'https://{hex:32}@o1.ingest.sentry.io/4',
      'https://{hex:32}@errors.{lower:6}.com/12',
      'https://some-user-name-of-length@git.{lower:6}.com/x',
      'https://{lower:24}@{lower:6}.com/x',
    ],
  },
  {
    id: 'secret/host-password',
    title: 'password before a host',
    severity: 'error',
    tier: 'likely',
    keywords: [
      '@ftp.',
      '@db.',
      '@10.',
      '@192.168.',
      '@172.',
      '@localhost',
      '@127.0.0.1',
      '@smtp.',
      '@mysql',
      '@postgres',
      '@proxy',
      '@git.',
      '@rds.',
      '@db1',
      '@mongo',
      '@redis',
      '@nas.',
    ],
    lead: 90,
    boundary: 'none',
    judged: true,
    pattern:
      /(?:(?<![\w@:.%+-]|:\/\/)|(?<=\\[nrt]))[A-Za-z_][\w.+-]{0,40}:(?<secret>[^\s:"'`@/<>{}$%,;()[\]\\=]{5,48})@(?:[a-z]|(?:\d{1,3}\.){3}\d{1,3})/i,
    accept: judgeBare,
    hits: [
      'bob:‹{alnum:8}!7›@10.1.2.3:22',
      'bob:‹{alnum:9}7a›@ftp.{lower:5}.com',
      'psexec.py acme/bob:‹{alnum:9}7a›@192.168.0.1',
    ],
    misses: [
      'at 12:30@10.0.0.1',
      'image:v1.2.3@10.0.0.1',
      'user:password@localhost',
      '${USER}:${PASS}@localhost',
      'https://x:{alnum:9}@localhost',
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
      /(?<=["'`\s=>(){}[\]|,])(?<user>[\w.-]{1,40}):(?<secret>[^\s:"'`@/{}%]{1,70})@(?:(?:tcp|unix)\(|\((?=[\w.-]{1,80}:\d{1,5}\)))(?<host>[^)\s]{0,80})/i,
    accept: judgeUrl,
    hits: [
      'dsn := "root:‹{alnum:12}7a›@tcp(db.{lower:6}.com:3306)/app"',
      "'app:‹{alnum:12}7a›@tcp(10.0.0.1:3306)/'",
      '`u:‹{alnum:12}7a›@unix(/tmp/mysql.sock)/db`',
    ],
    misses: ['"root:@tcp(127.0.0.1:3306)/"', '"%s:%s@tcp(%s)/%s"', '"${USER}:${PASS}@tcp(db)/"'],
  },
];

/** A password on this very machine that equals its user, or that everybody uses, is hardly one. */
function judgeUrl(match: Match): Verdict | undefined {
  const { groups, value } = match;
  const host = groups.host ?? '';
  if (
    /^(?:example\.|host(?:name)?$|server$|hostname|your)/i.test(host) &&
    judgeValue(value).shape === 'word' &&
    !isMadeOfChance(value)
  )
    return undefined;
  // A port, or the next of several hosts.
  if (/^\d{1,5}(?:[?#]|;\w{1,40}=)|,[\w.-]{1,60}:/.test(value)) return undefined;
  const local =
    /^(?:[\w-]+\.)*example\.(?:com|org|net)$|^(?:localhost|127\.|0\.0\.0\.0|\[?::1|host\.docker\.internal)|^(?:db|database|postgres|mysql|mongo|redis|rabbitmq)$/i.test(
      host,
    );
  const invented =
    /example\./.test(host) && !(value.length >= 8 && /\d/.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value));
  return judgeAddressPassword(match, local && (invented || isEveryday(value) || value === groups.user));
}

/** A token may stand where a user's name does; the public key of Sentry does too, before a project's number. */
function judgeUserToken({ value, groups }: Match): Verdict | undefined {
  if (/sentry|ingest/i.test(groups.host ?? '') || /^(?::\d+)?\/(?:\w+\/)?\d+\b/.test(groups.rest ?? ''))
    return undefined;
  const { shape, says } = judgeValue(value);
  if (shape !== 'random' || !/\d/.test(value) || !looksRandom(value) || isDummy(value)) return undefined;
  return { reason: `it stands where an address has its user; ${says}` };
}

/** Without a scheme it takes more to see a password: digits and letters, and no version, time or tag. */
function judgeBare(match: Match): Verdict | undefined {
  const { value } = match;
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value) || /^v?\d+(?:[.:]\d+)*$|^[\w.-]*\d+\.\d+/.test(value))
    return undefined;
  const verdict = judgeAddressPassword(match, false);
  return verdict && { ...verdict, reason: 'a user before it and a host behind it' };
}
