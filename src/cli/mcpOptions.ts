export interface McpOptions {
  readonly name?: string;
  readonly http?: string;
  readonly stdio?: boolean;
  /** What the entry said that this stands in for: the name of its address, and its type. */
  readonly was?: string;
  readonly listen?: string;
  readonly workspace?: string;
  readonly open?: boolean;
}
