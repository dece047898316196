import { isDummy } from '../../core/judge/judgeDummy';

/** Whether a value only names where the true one is: a variable, an input, a file, a vault. */
export function isReference(value: string): boolean {
  return reference.test(value.trim());
}

/** As clients write them: `${input:x}`, `${env:X}`, `${X}`, `$X`, `%X%`, `{env:X}`, `${{ secrets.X }}`, `op://…`. */
const reference =
  /^(?:(?:Bearer|Basic|Token|token)\s+)?(?:\$\{\{?[^}]{1,200}\}?\}|\$[A-Za-z_]\w*|%\w+%|\{(?:env|file):[^}]{1,200}\}|\{\{[^}]{1,200}\}\}|<[^<>]{1,80}>|(?:op|env|vault|file|keychain|keyring|secret):\/{0,2}\S+)$/;

const nameOfSecret =
  /(?:^|[_\-.\s])(?:token|secret|password|passwd|pwd|pat|api[_-]?key|apikey|access[_-]?key|private[_-]?key|secret[_-]?key|auth[_-]?key|credentials?|authorization|x-api-key|service[_-]?role[_-]?key)$/i;

/** Names in camel case as names with a stroke: `apiKey` is told like `api_key`. */
export function namesSecret(name: string): boolean {
  return nameOfSecret.test(name.replace(/^-+/, '').replace(/([a-z])([A-Z])/g, '$1_$2'));
}

/**
 * Whether a value that a secret's name gives is a secret itself: not a reference, not a dummy, no word or path or switch.
 * The scheme before it (`Bearer `) is no part of it.
 */
export function looksSecret(value: string): boolean {
  const bare = value.trim().replace(/^(?:Bearer|Basic|Token|ApiKey)\s+/i, '');
  if (bare.length < 8 || isReference(value) || /\$\{[^}]*\}|\{env:|\s/.test(bare) || isDummy(bare)) return false;
  if (/^(?:true|false|none|null|undefined|\d{1,10})$/i.test(bare) || /^(?:[./~]|[A-Za-z]:\\)/.test(bare)) return false;
  if (/\.(?:json|pem|key|txt|ya?ml|env|p12|pfx|crt|cert|toml)$/i.test(bare)) return false;
  if (/^https?:\/\/[^/@]*(?:\/|$)/.test(bare)) return false;
  return /\d/.test(bare)
    ? /[A-Za-z]/.test(bare) || bare.length >= 16
    : bare.length >= 12 && !/^[a-z]+(?:[-_. ][a-z]+)*$/.test(bare);
}
