import { applyEdits, type FormattingOptions, modify, type ParseError, parse } from 'jsonc-parser';

/** What a team's settings begin with. Each says what already holds by default, so that it can be seen and made stricter. */
export function starterPolicy(salt: string): Readonly<Record<string, unknown>> {
  return {
    'lockside.rules': [
      {
        detectors: ['secret/*'],
        destinations: ['model:*'],
        action: 'redact',
        reason: 'Secrets stay on our machines; models get placeholders.',
      },
      {
        detectors: ['pii/*'],
        destinations: ['model:*'],
        action: 'redact',
        reason: 'Personal data stays on our machines.',
      },
    ],
    'lockside.guard.unguardedModels': 'warn',
    'lockside.fingerprintSalt': salt,
  };
}

/**
 * Adds the entries that a settings file doesn't have yet; comments and order stay. Undefined where the file isn't valid JSON
 * with comments, or not an object.
 */
export function addSettings(text: string, entries: Readonly<Record<string, unknown>>): string | undefined {
  const source = text.trim() === '' ? '{}\n' : text;
  const errors: ParseError[] = [];
  const present: unknown = parse(source, errors, { allowTrailingComma: true });
  if (errors.length > 0 || typeof present !== 'object' || present === null || Array.isArray(present)) return undefined;
  let result = source;
  for (const [name, value] of Object.entries(entries)) {
    if (name in present) continue;
    result = applyEdits(result, modify(result, [name], value, { formattingOptions: styleOf(source) }));
  }
  return result;
}

/** Indented as the file is. */
function styleOf(text: string): FormattingOptions {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 4 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
