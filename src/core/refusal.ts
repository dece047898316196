import { type OutputUnit, Validator } from '@cfworker/json-schema';

/** Why a JSON schema refuses a value; undefined where it doesn't. */
export function refusal(value: unknown, schema: object): string | undefined {
  const { valid, errors } = new Validator(schema, '2019-09', false).validate(value);
  return valid ? undefined : explain(errors);
}

/** The deepest error is the one that names the cause. */
function explain(errors: readonly OutputUnit[]): string {
  const cause = errors.reduce((deepest, error) =>
    error.instanceLocation.length >= deepest.instanceLocation.length ? error : deepest,
  );
  const place = cause.instanceLocation.replace(/^#\/?/, '').replaceAll('/', '.');
  const error = inWords(cause.error.replace(/\.$/, ''));
  return place ? `${place}: ${error}` : error;
}

/** The validator speaks of instances and schemas; whoever writes settings knows neither. */
function inWords(error: string): string {
  for (const [pattern, words] of wordings) if (pattern.test(error)) return error.replace(pattern, words);
  return error;
}

const wordings: readonly (readonly [RegExp, string])[] = [
  [/^Instance type "(\w+)" is invalid\. Expected (.+)$/, 'it is of type "$1", and has to be of type $2'],
  [/^Instance does not match any of \[(.*)\]$/, 'it has to be one of $1'],
  [/^Instance does not match (".*"|\d+|true|false|null)$/, 'it has to be $1'],
  [/^Instance does not have required property (".*")$/, '$1 is missing'],
  [/^Instance does not match (?:any|exactly one|every) subschema.*$/, 'it has none of the forms that it may have'],
  [/^False boolean schema$/, 'there is no such key'],
  [/^String does not match (?:pattern|format ".*")$/, 'it has another form than the one that is asked for'],
  [/^(?:Instance|String|Array) /, 'it '],
];
