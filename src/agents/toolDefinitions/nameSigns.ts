/** What names of arguments and short values ask for, as words; a model fills an argument by what it is called. */
export function whyName(words: string): string | undefined {
  return nameSigns.find(([, pattern]) => pattern.test(words))?.[0];
}

const secretThing =
  '(?:ssh|id rsa|rsa|ed25519|dot ?env|env file|passwd|shadow|credentials?|secrets?|private key|netrc|npmrc|kube ?config|bash history|mcp json|mcp config|api keys?|passwords?|wallet|seed phrase|keychain|cookies)';

const nameSigns: readonly (readonly [string, RegExp])[] = [
  [
    'a name asks for a file of secrets',
    /\b(?:ssh|rsa|private|env|passwd|shadow|netrc|npmrc|aws|gcp|kube|git)\b.{0,24}\b(?:key|file|credentials?|secrets?|config)\b.{0,12}\b(?:contents?|body|dump|text|data)\b/i,
  ],
  ['a name asks for a person’s secret', /\busers? (?:\w+ )?(?:password|pin|passphrase)\b/i],
  [
    'a name asks for a file of secrets',
    new RegExp(
      `\\b(?:contents?|text|body|dump|output|value|data|copy|reading|base64) (?:of|from|in)\\b.{0,40}\\b${secretThing}\\b`,
      'i',
    ),
  ],
  [
    'a name asks for a file of secrets',
    /\b(?:ssh|id rsa|rsa|ed25519|dot ?env|env file|etc passwd|passwd|aws credentials?|gcp credentials?|netrc|npmrc|bash history|mcp json|cookies)\b.{0,20}\b(?:contents?|dump|text|body|file data|base64|verbatim)$/i,
  ],
  [
    'a name asks for what was said',
    /\b(?:whole|full|entire|complete|all|raw|verbatim|previous|hidden)\b.{0,20}\b(?:chat|conversation|dialog(?:ue)?|system prompt|prompt|user messages)\b(?!.{0,20}\b(?:id|ids|count|limit|url|name|template|type)\b)/i,
  ],
  [
    'a name asks for what was said',
    /\b(?:chat|conversation|dialog(?:ue)?|everything|messages) (?:so far|verbatim|up to now)\b|\b(?:system prompt|system instructions|your instructions) (?:verbatim|in full|copy|text|contents?)\b|\byour (?:system )?(?:prompt|instructions)\b/i,
  ],
  [
    'a name asks for a person’s secret',
    /\b(?:users?|your|victims?|owners?|humans?)\b.{0,12}\b(?:ssh|private|wallet|seed|password|credit card|card number|login)\b|\b(?:private|ssh|secret) .{0,8}key of (?:the )?(?:user|owner|human)\b/i,
  ],
  [
    'a name gives orders',
    new RegExp(
      `\\b(?:read|cat|get|grab|steal|dump|open|find)\\b.{0,20}\\b${secretThing}\\b.{0,20}\\b(?:send|pass|post|put|upload|include|append|return|first)\\b`,
      'i',
    ),
  ],
  [
    'a name gives orders',
    /\b(?:ignore|disregard|forget|override)\b.{0,12}\b(?:previous|prior|all|system|safety)\b.{0,12}\b(?:instructions?|prompts?|rules?|guidelines?)\b|\b(?:do not|dont|never) (?:tell|inform|notify|mention)\b.{0,10}\buser\b|\b(?:hide|hidden|secret|conceal(?:ed)?) from (?:the )?user\b|\bexfiltrat\w{0,5}\b/i,
  ],
];
