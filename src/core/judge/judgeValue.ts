import { looksRandom } from '../detectors/looksRandom';
import { isFilled } from './judgeDummy';
import { oddness } from './judgeLetters';

/** What a value looks like. */
export interface ValueVerdict {
  /** `no`: surely not a secret; `word`: letters only; `mixed`: letters with digits or signs; `random`: strong by itself. */
  readonly shape: 'no' | 'word' | 'digits' | 'mixed' | 'random';
  /** For the reason: "14 characters of 3 classes". */
  readonly says: string;
}

/** Judges a literal by its make alone. */
export function judgeValue(value: string): ValueVerdict {
  const says = describe(value);
  if (value.length < 4 || isTemplate(value) || isFiller(value) || isReference(value) || isText(value))
    return { shape: 'no', says };
  if (/^\d+$/.test(value)) return { shape: 'digits', says };
  if (/^[a-z]+$|^[A-Z]?[a-z]+$|^[A-Z]+$/.test(value)) return { shape: value.length >= 20 ? 'random' : 'word', says };
  if (isIdentifier(value)) return { shape: 'word', says };
  return { shape: isRandom(value) ? 'random' : 'mixed', says };
}

function describe(value: string): string {
  const classes = classesOf(value);
  return `${value.length} characters of ${classes} ${classes === 1 ? 'class' : 'classes'}`;
}

function classesOf(value: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter(it => it.test(value)).length;
}

/** A template, a variable, or code where a value will stand. */
function isTemplate(value: string): boolean {
  return (
    template.test(value) || (added.test(value) && !isBase64(value)) || /^[^\w]*$/.test(value) || /^(.)\1+$/.test(value)
  );
}

const template =
  /\$\{|\{\{|\}\}|\$\(|<[^<>]{1,60}>|%[sdvq](?![A-Za-z\d])|%\(|#\{|^\$[A-Za-z_]|^\$\$?\w|^%[\w.]+%|^@[\w.{@-]+@?$|^\{[^{}]{0,60}\}|\{\d?\}|\.\.\.|…|\*{3}|•|^__\w+__$|^\[[^\]]*\]$|\(\?[:=!]|\[\^?(?:a-z|A-Z|0-9)|^###|^\\[xu0[]|^\{_|^:\w+$|^&\w+$|\\u2026|=>|\(\)|\{\w*[:,]?\d+(?:[,-]\d*)?\}|^(?:required|nullable|string|sometimes|confirmed|present)\||^env[.:]|^process\.|^ENC\[|^\{cipher\}/i;
/** Something is put before it, or behind it. */
const added = /^\+|\+$/;

/** What people write where a secret will stand. */
function isFiller(value: string): boolean {
  const folded = value.toLowerCase().replace(/[^a-z0-9]/g, '');
  return fillers.test(folded) || fillerParts.test(folded) || isFilled(value, shortFiller);
}

const fillers =
  /^(?:none|null|nil|undefined|true|false|yes|no|on|off|string|str|boolean|bool|number|int|integer|object|array|any|void|unknown|required|optional|default|empty|unset|random|auto|hidden|secure|basic|bearer|digest|negotiate|plain|plaintext|enabled|disabled|never|always|hex|base64|utf8|ascii|json|text|value|variable|param|path|query|header|cookie|body|email|username|login|user|name|type|data|read|write|public|private|protected|static|final|const|function|return|async|await|error|success|invalid|missing|todo|tbd|fixme|na|changed|blank|self|this|local|global|session|oauth|oauth2|jwt|file|env|input|output|field|label|id|uuid|placeholder|changeme|changeit|changethis|pleasechange|replaceme)\d?$/;
const fillerParts =
  /^your|yourpassword|yourtoken|yoursecret|yourapi|yourkey|changeme|placeholder|^example|example$|redacted|removed|replacewith|replaceme|insert(?:your|here)|goeshere|putyour|enteryour|^my(?:api)?(?:key|token|secret)$|obfuscated|sanitized|notreal/;
const shortFiller = /x{4,}|X{3,}|t[-_]?o[-_]?d[-_]?o/i;

/** An address, a path, a file, or the name of something kept elsewhere. */
function isReference(value: string): boolean {
  return (
    (reference.test(value) && !isBase64(value)) ||
    kept.test(value) ||
    fileName.test(value) ||
    dotted.test(value) ||
    coloned.test(value) ||
    entry.test(value) ||
    constant.test(value) ||
    handle.test(value) ||
    mailLike.test(value)
  );
}

/** Of 24 units or more, letters of both cases and digits through each other: its slashes are none of a path's. */
function isBase64(value: string): boolean {
  return base64.test(value) && (value.match(/\d/g)?.length ?? 0) >= 3 && looksRandom(value) && oddness(value) >= 2;
}

const base64 = /^(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9+/]{24,}={0,2}$/;

const reference =
  /^(?:[a-z][a-z0-9+.-]{1,15}:\/\/|www\.|\.{1,2}\/|~\/|\/[\w.@-]+\/|\/[a-z][\w-]+$|[A-Za-z]:\\|arn:|projects\/|sha(?:1|256|384|512)[-:]|op:|vault:|ssm:|urn:|data:|ssh-|application\/|text\/|image\/|\w+\/\w+(?:\/|$)(?!.*\d.*[A-Z])|[\w-]+(?:\/[\w.-]+){2,}$|#[0-9a-f]{3,8}$|[\^~<>=v ]{0,3}\d+\.\d+(?:\.\d+)?)/i;
/** What is kept of a password, not the password; numbers as programs write them; types. */
const kept =
  /^(?:[{(]?(?:md5|sha\d*|s?sha\d*|s?md5|bcrypt\w*|pbkdf2\w*|argon2\w*|scrypt|crypt|apr1|plain|x-?pbkdf2)[)}]?[$:]|\$(?:\d\w?|apr1|argon2\w*|bcrypt\w*|pbkdf2\w*|P|H|S|y|sha\d)\$|\{[A-Z0-9-]{3,12}\}|-?0x[0-9a-f]{1,8}$|\[[\w.]+\]::|(?:[0-9a-f]{2}:){5}|\d{4}-\d\d-\d\dT\d\d:)/i;
const fileName =
  /^[\w./-]{0,80}\.(?:pem|key|crt|cer|txt|json|ya?ml|xml|[cm]?[jt]sx?|sh|enc|env|ini|conf|cfg|properties|p12|pfx|jks|der|pub|html?|php|py|rb|go|java|cs|md|log|png|svg|css|csv|db|sql|com|org|net|io|dev|local)$/i;
/** `auth.token.name`, `config.password_11`: a name with dots, with digits only where a word of it ends. */
const dotted = /^[A-Za-z_$][A-Za-z_$-]*\d{0,3}(?:(?:\??\.|::|->)[A-Za-z_$][A-Za-z_$-]*\d{0,3})+(?:\(.*)?\.?$/;
/** `package.module:Name`: where a program begins. */
const entry = /^[a-z_]\w*(?:\.\w+)+:\w+$/i;
/** `msal:acquireTokenStart`: a name with its namespace. */
const coloned = /^[A-Za-z]+(?:[-_.][A-Za-z]+)*(?::[A-Za-z]+(?:[-_.][A-Za-z]+)*)+$/;
const constant = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
const handle = /^(?:X-)?[A-Z][a-z]+(?:-[A-Z][a-z]+)+$/;
const mailLike = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.(?:[a-z]{2,6}|[A-Z]{2,6})$/;

/** A sentence or a caption: words with blanks between. */
function isText(value: string): boolean {
  return /\s/.test(value) || /^(?:[A-Za-z]+[:?]|[A-Z][a-z]+!)$/.test(value);
}

/** Words joined by `-`, `_`, or case: what names things, not what opens them. */
function isIdentifier(value: string): boolean {
  if (/^[a-z]{2,}\d{0,3}(?:[-_][a-z]{2,}\d{0,3}){2,}$/i.test(value)) return true;
  return (
    /^[A-Za-z]+(?:[-_.][A-Za-z]+)*$/.test(value) &&
    !/[A-Z][a-z]?[A-Z][a-z]?[A-Z]/.test(value) &&
    !/[a-z][A-Z]{1,2}[a-z][A-Z]/.test(value)
  );
}

/** Long enough and varied enough that nobody made it up: letters and digits through each other. */
function isRandom(value: string): boolean {
  if (value.length < 14) return false;
  const digits = value.replace(/\D/g, '').length;
  if (digits === 0 && !/[a-z][A-Z]/.test(value)) return false;
  if (/^[A-Za-z]+(?:[-_.][A-Za-z]+)*[-_.]?\d{1,6}$/.test(value) && value.length < 30) return false;
  return entropy(value) >= (/^[a-f0-9-]+$/i.test(value) ? 2.8 : 3.3);
}

/** Shannon entropy in bits a unit. */
export function entropy(value: string): number {
  counts.fill(0);
  let others = 0;
  let bits = 0;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code < 128) counts[code] = (counts[code] as number) + 1;
    else others++;
  }
  for (const count of counts) if (count > 0) bits -= (count / value.length) * Math.log2(count / value.length);
  // Each unit beyond ASCII counts as one of its own.
  return bits + (others / value.length) * Math.log2(value.length);
}

const counts = new Uint16Array(128);

/** A word that only stands for a password, digits and signs put for its letters or not: `s3cr3t`, `P@55w0rd`. */
export function isSpelledOut(value: string): boolean {
  const letters = value.toLowerCase().replace(/[013457@$!]/g, unit => leet[unit] as string);
  return /passw|passphrase|secret|secur|correct|hunter|letmein|qwerty|admin|login|abcdef/.test(letters);
}

const leet: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
