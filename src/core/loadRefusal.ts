/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './refusal'): typeof import('./refusal');

/** Why a JSON schema refuses a value; what knows schemas is read where somebody has set something. */
export function refusal(value: unknown, schema: object): string | undefined {
  return require('./refusal').refusal(value, schema);
}
