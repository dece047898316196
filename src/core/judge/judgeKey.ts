/** What a key says about its value. */
export interface KeyVerdict {
  /** 3: a password; 2: a secret, token or named key; 1: a key or an authorization of some sort. */
  readonly grade: 1 | 2 | 3;
  /** The family of the telling word. */
  readonly kind: string;
  /** The telling word, for the reason. */
  readonly word: string;
  /** The words before and after it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The words after it make the key a name for something about the secret. */
  readonly about: boolean;
  /** The words before it make it a flag, a count, or somebody else's word. */
  readonly flagged: boolean;
}

/** Judges a key by its words, in whichever case they are joined: `DB_PASSWORD`, `clientSecret`, `--api-key`. */
export function judgeKey(key: string): KeyVerdict | undefined {
  const known = judged.get(key);
  if (known !== undefined || judged.has(key)) return known;
  // A slice would keep the whole text that it was cut from in memory.
  const own = JSON.parse(JSON.stringify(key)) as string;
  const verdict = judgeWords(own);
  if (judged.size >= mostKeys) judged.clear();
  judged.set(own, verdict);
  return verdict;
}

/** Programs use few keys, and each many times. */
const judged = new Map<string, KeyVerdict | undefined>();
const mostKeys = 4096;

function judgeWords(key: string): KeyVerdict | undefined {
  // Our own setting, which every team commits.
  if (key.endsWith('fingerprintSalt')) return undefined;
  // A placeholder of ours says what was there, not what comes next.
  if (/(?:SECRET|PII)_[A-Z\d_]*_\d+Z?$/.test(key)) return undefined;
  const last = splitWords(key.slice(key.lastIndexOf('.') + 1));
  const words = last.some(tells) ? last : splitWords(key);
  const at = words.findLastIndex(tells);
  const word = words[at];
  if (word === undefined) return undefined;
  const around = {
    before: words.slice(0, at),
    after: words.slice(at + 1),
    about: words.slice(at + 1).some(later => aboutIt.test(later)),
    flagged: words.slice(0, at).some(earlier => notOne.test(earlier)),
  };
  if (counted.test(word)) return undefined;
  if (passwordWords.test(word)) return { grade: 3, kind: 'password', word, ...around };
  if (secretWords.test(word)) return { grade: 2, kind: kindOf(word), word, ...around };
  const pair = words.slice(Math.max(0, at - 1), at + 1).join(' ');
  if (namedKey.test(pair)) return { grade: 2, kind: 'apikey', word: pair, ...around };
  return lookUp.test(pair) ? undefined : { grade: 1, kind: kindOf(word), word, ...around };
}

function kindOf(word: string): string {
  return (
    /secret|token|cred|auth|bearer|salt|nonce|seed|sid|signature/.exec(word)?.[0] ??
    (word.startsWith('key') ? 'key' : 'apikey')
  );
}

function tells(word: string): boolean {
  return passwordWords.test(word) || secretWords.test(word) || weakWords.test(word);
}

/** Lower-case words of an identifier: `DBPassword1` → db, password. */
function splitWords(key: string): string[] {
  return key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(word => word !== '');
}

const passwordWords =
  /^(?:\w{0,12}(?:password|passwort|passwd|passphrase|passcode|paswd|pswd)\w?|pass|\w{0,8}pwd|pw|psw|psk|identified|requirepass|masterauth|(?:ssh|user|db|root|smtp|mail|email|ftp|ldap|admin|mysql|sql|wifi|proxy|key|store|auth)pass|senha|contraseña|contrasena|contrasenya|clave|kennwort|mdp|motdepasse|passe|parola|parol|heslo|hasło|haslo|lösenord|losenord|passord|adgangskode|kodeord|salasana|wachtwoord|jelszó|jelszo|şifre|sifre|пароль|кодовоеслово|密码|密碼|口令|パスワード|暗証番号|비밀번호|암호)$/;
const secretWords =
  /^(?:\w{0,12}secrets?|\w{0,12}tokens?|apikeys?|accesskey|secretkey|privatekey|authkey|appkey|credentials?|creds?|bearer|hmac|pat|clientsecret|authtoken|webhook)$/;
const weakWords = /^(?:keys?|auth|authorization|authentication|salt|nonce|signature|apitoken|sid|seed)$/;
const namedKey =
  /^(?:api|access|secret|private|auth|encryption|encrypt|signing|sign|master|app|application|storage|account|service|license|subscription|shared|session|crypt|crypto|aes|admin|root|deploy|webhook|jwt|hmac|consumer|client|server|cookie|security|x) keys?$|^(?:totp|hotp|otp|mfa|fa|factor|wallet|recovery) seeds?$/;
const lookUp =
  /^(?:public|primary|foreign|sort|cache|context|storage|index|unique|object|query|hash|host|ssh|map|row|column|data|group|item|event|route|state|name|sub|super|hot|short|function|registry|type|user|detach|partition|range|shard|lookup|composite|compound|natural|surrogate|deduplication|translation|locale) keys?$/;

/** In one case throughout: how many, or where a list goes on. */
const counted =
  /^(?:max|min|num|total|prompt|completion|page|next|csrf|xsrf|continuation|sync|cursor|pagination)tokens?$/;

/** Words after the telling one that make it a name for something about the secret. */
const aboutIt =
  /^(?:files?|paths?|names?|ids?|fields?|labels?|urls?|uris?|types?|lengths?|len|sizes?|counts?|min|max|regexp?|patterns?|polic(?:y|ies)|hint|reset|resets|change|changed|forgot|forgotten|strength|errors?|err|messages?|msg|titles?|text|placeholder|desc|description|help|prompt|enabled?|disabled?|required|visible|visibility|show|hide|expires?|expiry|expiration|expired|ttl|timeout|lifetimes?|validity|duration|interval|budget|age|algorithms?|alg|algo|methods?|modes?|providers?|stores?|storage|managers?|services?|class|factory|version|format|formats|index|columns?|tables?|endpoints?|hosts?|ports?|issuer|audience|scopes?|env|envar|var|variable|variables|prefix|suffix|headers?|params?|parameters?|inputs?|forms?|views?|pages?|routes?|links?|buttons?|icons?|selectors?|xpath|validators?|validation|check|checks|checker|kind|status|state|source|sources|ref|refs|reference|arn|location|dir|directory|folder|volume|mount|handlers?|callbacks?|func|function|functions|events?|action|actions|schema|model|models|entity|dto|request|response|grant|usage|encoder|encoding|encryption|sha|hash|hashes|digest|salt|decoder|hasher|generator|rule|rules|autogenerated|empty|exists?|length|limit|level|protocol|realm|domain|store|backend|plugin|list|map|array|dict|set|object|config|configuration|settings?|options?|up|down|code|codes|press|board|bindings?|words?|pair|pairs|spec|style|tag|tags|time|date|at|on|by|from|for|verified|failed|failure|success|update|updated|created|history|rotation|interface|impl|test|tests|util|utils|helper|helpers|manager|owner|user|username|email|login|domains|template|templates|screen|dialog|modal|popup|toggle|box|example|examples|doc|docs|comment|fingerprint|thumbprint|last|used|logo|address|addresses|symbol|currency|contract|uuid|guid|arg|args|method|methods)$/;

/** Words before it that make it a flag, a count, or somebody else's word. */
const notOne =
  /^(?:is|has|have|had|should|can|could|may|must|will|would|enable|enabled|disable|disabled|allow|allows|use|uses|using|show|hide|foreign|primary|public|num|number|count|max|min|forgot|forgotten|reset|resets|remove|delete|invalid|missing|wrong|incorrect|no|non|not|without|er|err|error|errors|validate|require|requires|required|on|toggle|cancellation|csrf|xsrf|next|page|continuation|design|syntax|css|lexer|parser|pad|eos|bos|unk|mask|hashed|encrypted|expected|mock|fake|hash|label|title|msg|message|text|test_name|name|column|field|type|create|generate|generated|rotate|revoke|fetch|find|lookup|request|get|sha|md|vapid|image|change|idempotency|pagination|upload|resume|sync|cursor|dkim)$/;
