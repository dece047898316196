import { judgePlaced } from '../judge/judgePlaced';
import { lineStart } from '../lineAround';
import type { Span, Tier } from '../model';
import type { Detector, Match, Verdict } from './detector';
import { passwordCalls, passwordPositions } from './passwordPositions';
import { type Argument, readArguments } from './readArguments';

/** Passwords among the arguments of calls that are known to take one, and what tests type into a form. */
export const calls: readonly Detector[] = [
  {
    id: 'secret/call-password',
    title: 'secret in a call',
    severity: 'error',
    tier: 'likely',
    keywords: ['auth=(', 'auth = (', "basic_auth '", 'basic_auth "', ...passwordCalls],
    boundary: 'none',
    judged: true,
    pattern: /(?<!ftp_)(?:(?:new )?[a-z][\w.]{1,40}(?:->\w{1,20})?\(|auth = \(|auth=\(|basic_auth |\.auth\()/i,
    accept: judgeCall,
    hits: [
      'requests.get(url, auth=("bob", "‹{alnum:9}7a›"))',
      'req.SetBasicAuth("bob", "‹{alnum:9}7a!›")',
      "http.basic_auth 'bob', '‹{alnum:9}7a›'",
      'new NetworkCredential("bob@{lower:6}.com", "‹{alnum:9}7a›", "domain");',
      'DriverManager.getConnection("jdbc:mysql://db/x", "bob", "‹{alnum:9}7a›");',
      "mysqli_connect('localhost', 'bob', '‹{alnum:9}7a›', 'app')",
      "new PDO('mysql:host=db;dbname=x', $user, '‹{alnum:9}7a›');",
      'smtp.PlainAuth("", "bob@{lower:6}.com", "‹{alnum:9}7a›", host)',
      'new PasswordAuthentication("bob", "‹{alnum:9}7a›".toCharArray())',
      'client.login(\n  "bob",\n  "‹{alnum:9}7a›",\n)',
      "jwt.sign(payload, '‹{alnum:24}!7›', { expiresIn: '1h' })",
      'new SymmetricSecurityKey(Encoding.UTF8.GetBytes("‹{alnum:32}›"))',
      'session.auth = ("bob", "‹{alnum:9}7a›")',
    ],
    misses: [
      'requests.get(url, auth=(user, password))',
      'requests.get(url, auth=("user", "{alnum:9}7a" + suffix))',
      'req.SetBasicAuth("user", f"{password}")',
      'login("{alnum:9}7a")',
      "mysql_connect('localhost', 'root', '');",
      'new NetworkCredential(name, GetSecret("{alnum:9}7a"))',
      "jwt.sign({ id: 1 }, 'my-secret-key')",
      'hmac.new(b"key", b"{alnum:20}", "sha256")',
      'router.post("/login", login(users, "/accounts/home"))',
    ],
  },
  {
    id: 'secret/typed-password',
    title: 'password typed into a form',
    severity: 'warning',
    tier: 'likely',
    keywords: [
      'send_keys(',
      'sendkeys(',
      '.fill(',
      '.type(',
      '.settext(',
      '.entertext(',
      '.val("',
      ".val('",
      '.val(\\"',
    ],
    boundary: 'none',
    judged: true,
    pattern: /\.?[a-z_]{3,12}\(/i,
    accept: judgeTyped,
    hits: [
      "await page.fill('#password', '‹{alnum:9}7a›');",
      'driver.find_element_by_id("passwd").send_keys("‹{alnum:9}7a›")',
      "cy.get('input[name=password]').type('‹{alnum:9}7a›')",
      "$('#password').val('‹{alnum:9}7a›');",
    ],
    misses: [
      "await page.fill('#name', '{alnum:9}7a');",
      "await page.fill('#password', password);",
      "cy.get('#password').type('password')",
    ],
  },
];

function judgeCall({ text, at }: Match): Verdict | undefined {
  const head = /^[^(\n]{0,60}?(?:\(|basic_auth (?=["']))/i.exec(text.slice(at, at + 64))?.[0].toLowerCase();
  const name = head && longestOf(passwordCalls.filter(it => head.endsWith(it)));
  const read = head ? readArguments(text, at + head.length) : [];
  const literal = passwordAmong(read, name ? (passwordPositions[name] as number) : 1);
  if (!head || !literal) return undefined;
  const value = text.slice(literal.start, literal.end);
  const others = read.flatMap(it => (it.literal && it.literal !== literal ? [sliceOf(text, it.literal)] : []));
  if (others[0] === value || others[0] === 'anonymous') return undefined;
  // `login(Anonymous(), "mind")` takes something else.
  if (head.endsWith('login(') && !read[0]?.literal && !/\d/.test(value)) return undefined;
  if (crypto.test(head))
    return value.length < 8 ? undefined : judged(value, literal, 'a call takes its key there', 'none');
  const words = /connect|mysqli|pdo/.test(head) ? 'likely' : 'possible';
  const verdict = judged(value, literal, 'a call takes its password there', words);
  return verdict && (hashing.test(head) || others.some(it => invented.test(it)))
    ? { ...verdict, tier: 'possible' }
    : verdict;
}

/** `credentials(` also ends `usernamepasswordcredentials(`. */
function longestOf(names: readonly string[]): string | undefined {
  return names.reduce<string | undefined>(
    (best, it) => (best !== undefined && best.length >= it.length ? best : it),
    undefined,
  );
}

/** The literal at a position, -1 for the last; none where the arguments have names up to there, or are too few. */
function passwordAmong(read: readonly Argument[], position: number): Span | undefined {
  if (read.length < 2 && position !== 0) return undefined;
  const before = position < 0 ? read : read.slice(0, position + 1);
  return before.some(it => it.name) ? undefined : read.at(position)?.literal;
}

function sliceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** A user at a domain that nobody has. */
const invented = /@(?:[\w-]+\.)?(?:example|test)\./;

/** Calls that tests make with passwords of their own. */
const hashing = /hash|crypt|pbkdf|(?:check|make|verify)_?password/;

/** Calls that take a key, as tests call them with words over and over. */
const crypto = /hmac|jwt|sign|keyspec|securitykey|fernet|cookieparser|aes|cipher/;

function judgeTyped({ text, at }: Match): Verdict | undefined {
  const bracket = text.indexOf('(', at) + 1;
  const line = lineStart(text, at, 160);
  // Ahead of the arguments, because it is rare.
  if (!/passw|passwd|pwd|\bpass\b/i.test(text.slice(line, bracket + 80))) return undefined;
  const literal = readArguments(text, bracket).findLast(it => it.literal && !it.name)?.literal;
  if (!literal) return undefined;
  if (!/passw|passwd|pwd|\bpass\b/i.test(text.slice(line, literal.start))) return undefined;
  const value = text.slice(literal.start, literal.end);
  return /passw|pwd/i.test(value)
    ? undefined
    : judged(value, literal, 'it is typed into a field for a password', 'possible');
}

function judged(value: string, { start, end }: Span, place: string, words: Tier | 'none'): Verdict | undefined {
  const verdict = /\s|^[/.#]/.test(value) ? undefined : judgePlaced(value, place, words);
  return verdict && { ...verdict, start, end };
}
