import type { Span } from '../../core/model';

/** A value of a configuration and where it stands. Duplicate keys are all kept: clients differ in which one they take. */
export interface ConfigNode {
  readonly kind: 'table' | 'list' | 'text' | 'number' | 'boolean' | 'null';
  /** Of a text, number or boolean. */
  readonly value?: string | number | boolean;
  /** What stands between the quotes, or the whole token. */
  readonly span: Span;
  /** The token with its quotes. */
  readonly whole: Span;
  /** Of a table. */
  readonly fields: readonly ConfigField[];
  /** Of a list. */
  readonly items: readonly ConfigNode[];
}

/** A name of a table with its value. */
export interface ConfigField {
  readonly name: string;
  /** Where the name stands, without quotes. */
  readonly key: Span;
  readonly node: ConfigNode;
}
