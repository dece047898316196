import { isDummy } from '../judge/judgeDummy';
import { judgeValue } from '../judge/judgeValue';
import { holdsPlace, judgeAddressPassword, withoutPercents } from './addressPassword';
import type { Detector, Match, Verdict } from './detector';

/** Secrets among the parameters of addresses and of connection strings. */
export const queries: readonly Detector[] = [
  {
    id: 'secret/query-parameter',
    title: 'secret in a query',
    severity: 'error',
    tier: 'likely',
    keywords: [
      'token=',
      'secret=',
      'api_key=',
      'apikey=',
      'api-key=',
      'key=',
      'sig=',
      'auth=',
      'password=',
      'passwd=',
      'pwd=',
      'signature=',
    ],
    boundary: 'none',
    judged: true,
    pattern:
      /(?<=(?:(?<![&?])[?&#]|&amp;|%26|\\u0026)(?<before>[\w-]{0,24}))(?<name>token|secret|api[_-]?key|key|sig|auth|password|passwd|pwd|signature)=(?!=)(?<secret>(?:[^\s&:"'`<>|(){}[\]\\^#;,*$]|\*(?=\w)){6,1500})/i,
    accept: judgeQuery,
    hits: [
      'https://api.{lower:5}.io/v1/x?access_token=‹{hex:40}›&x=1',
      '<a href="https://{lower:5}.io/login?user=bob&amp;password=‹{alnum:9}7a›&amp;x=1">',
      'https://x.blob.core.windows.net/c/b?sv=2020-08-04&sp=r&sig=‹{alnum:40}%2B{alnum:2}%3D›',
      'wss://{lower:5}.io/ws?token=‹{alnum:32}›',
      'https://{lower:5}.io/?auth=‹{alnum:22}7›',
    ],
    misses: [
      'https://{lower:5}.io/x?token=<token>&key=YOUR_API_KEY',
      'https://{lower:5}.io/x?password=${password}',
      'https://{lower:5}.io/docs?page_token={alnum:24}',
      'https://o1.ingest.sentry.io/4/envelope/?sentry_key={hex:32}',
      'https://{lower:5}.io/?v={hex:32}&monkey={hex:32}',
    ],
  },
  {
    id: 'secret/connection-string-password',
    title: 'password in a connection string',
    severity: 'error',
    tier: 'likely',
    keywords: ['password=', 'pwd=', 'password =', 'pwd ='],
    boundary: 'none',
    judged: true,
    pattern:
      /(?<![.\w$])(?:password|pwd)\s?=\s?\{?(?<secret>[^;"'\s<>{}()[\]$%\\&]{4,100})(?=\}?\s?;|\}?\\?["']|&quot;)/i,
    accept: match => {
      const around =
        match.text.slice(Math.max(0, match.at - 300), match.at) + match.text.slice(match.end, match.end + 300);
      // A field of a form that curl sends.
      if (/-F\s?["']$/.test(match.text.slice(Math.max(0, match.at - 6), match.at))) return undefined;
      return /(?:server|data source|host|database|initial catalog|uid|user id|username|\buser|driver)\s?=/i.test(around)
        ? judgeAddressPassword(match, false)
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

function judgeQuery({ value, groups }: Match): Verdict | undefined {
  const name = (groups.name ?? '').toLowerCase();
  const before = groups.before ?? '';
  if (
    before !== '' &&
    publicName.test(before) &&
    !/^(?:access|client|api|auth|app|secret|oauth|user|id|refresh|private|bot|session)[._-]?$/i.test(before)
  )
    return undefined;
  const { shape, says } = judgeValue(withoutPercents(value));
  if (shape === 'no' || holdsPlace(value) || isDummy(value)) return undefined;
  if (value.includes('/') && !name.startsWith('sig')) return undefined;
  const reason = `the query names it a ${name}; ${says}`;
  if (/^pass|pwd/.test(name)) return shape === 'mixed' || shape === 'random' ? { reason } : undefined;
  if (shape !== 'random' || value.length < 16 || !/\d/.test(value)) return undefined;
  // A signature by Amazon or Google lives for days at most.
  if (name === 'signature') return { reason, tier: 'possible' };
  return name === 'sig' && value.length < 40 ? undefined : { reason };
}

/** Keys that everybody may see, and words before a key's that make it none. */
const publicName =
  /page|next|csrf|xsrf|partition|shard|sentry_$|continuation|cache|public|sort|primary|foreign|device|[a-z]$|verification|reset|invite|confirm/i;
