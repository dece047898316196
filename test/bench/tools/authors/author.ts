/** What one author would write into definitions: sentences by kind of attack, and schemas that attack by themselves. */
export interface Author {
  readonly payloads: Readonly<Record<string, readonly string[]>>;
  readonly schemas: readonly Readonly<Record<string, unknown>>[];
}
