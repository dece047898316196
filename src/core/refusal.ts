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
  const error = cause.error.replace(/\.$/, '');
  return place ? `${place}: ${error}` : error;
}
