import { judgePlaced } from '../judgePlaced';
import { lineStart } from '../lineAround';
import type { Tier } from '../model';
import type { Detector, Match, Verdict } from './detector';
import { passwordPositions } from './passwordPositions';
import { readArguments } from './readArguments';

/** Passwords among the arguments of calls that are known to take one, and what tests type into a form. */
export const calls: readonly Detector[] = [
  {
    id: 'secret/call-password',
    title: 'secret in a call',
    severity: 'error',
    tier: 'likely',
    keywords: ['auth=(', 'auth = (', "basic_auth '", 'basic_auth "', ...Object.keys(passwordPositions)],
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
    keywords: ['send_keys(', 'sendkeys(', '.fill(', '.type(', '.settext(', '.entertext('],
    boundary: 'none',
    judged: true,
    pattern: /\.?[a-z_]{4,12}\(/i,
    accept: judgeTyped,
    hits: [
      "await page.fill('#password', '‹{alnum:9}7a›');",
      'driver.find_element_by_id("passwd").send_keys("‹{alnum:9}7a›")',
      "cy.get('input[name=password]').type('‹{alnum:9}7a›')",
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
  if (!head) return undefined;
  const name = Object.keys(passwordPositions).findLast(it => head.endsWith(it));
  const position = name === undefined ? 1 : (passwordPositions[name] as number);
  const read = readArguments(text, at + head.length);
  if (read.length < 2 && position !== 0) return undefined;
  const literal = read.at(position)?.literal;
  if (!literal || read.slice(0, position < 0 ? undefined : position + 1).some(it => it.name)) return undefined;
  const first = read[0]?.literal;
  const value = text.slice(literal.start, literal.end);
  if (first && first !== literal && [value, 'anonymous'].includes(text.slice(first.start, first.end))) return undefined;
  // `login(Anonymous(), "mind")` takes something else.
  if (head.endsWith('login(') && !first && !/\d/.test(value)) return undefined;
  const invented = read.some(
    it => it.literal && /@(?:[\w-]+\.)?(?:example|test)\./.test(text.slice(it.literal.start, it.literal.end)),
  );
  if (crypto.test(head))
    return value.length < 8 ? undefined : judged(value, literal, 'a call takes its key there', 'none');
  const words = /connect|mysqli|pdo/.test(head) ? 'likely' : 'possible';
  const verdict = judged(value, literal, 'a call takes its password there', words);
  return verdict && invented ? { ...verdict, tier: 'possible' } : verdict;
}

/** Calls that take a key, as tests call them with words over and over. */
const crypto = /hmac|jwt|sign|keyspec|securitykey|fernet|cookieparser|aes|cipher/;

function judgeTyped({ text, at }: Match): Verdict | undefined {
  const bracket = text.indexOf('(', at) + 1;
  const literal = readArguments(text, bracket).findLast(it => it.literal && !it.name)?.literal;
  if (!literal) return undefined;
  const line = lineStart(text, at, 160);
  if (!/passw|passwd|pwd|\bpass\b/i.test(text.slice(line, literal.start))) return undefined;
  const value = text.slice(literal.start, literal.end);
  return /passw|pwd/i.test(value)
    ? undefined
    : judged(value, literal, 'it is typed into a field for a password', 'possible');
}

function judged(value: string, { start, end }: { start: number; end: number }, place: string, words: Tier | 'none') {
  const verdict = /\s|^[/.#]/.test(value) ? undefined : judgePlaced(value, place, words);
  return verdict && { ...verdict, start, end };
}
