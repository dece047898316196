import type { Severity, Tier } from '../../core/model';

/** One entry of the answer to `tools/list`; prompts and resources have the same name and description. Source: MCP 2025-11-25. */
export interface ToolDefinition {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  /** JSON Schemas, of strangers. */
  readonly inputSchema?: unknown;
  readonly outputSchema?: unknown;
  readonly annotations?: unknown;
  readonly _meta?: unknown;
  readonly [other: string]: unknown;
}

export type ToolDetector =
  | 'agent/tool-poisoning'
  | 'agent/tool-shadowing'
  | 'agent/tool-credential-parameter'
  | 'agent/tool-misleading-annotation';

/** What is said of one tool's definition. It never carries its text. */
export interface ToolFinding {
  readonly server?: string;
  readonly tool: string;
  readonly detector: ToolDetector;
  /** `information` is told and stops nothing. */
  readonly severity: Severity;
  readonly tier: Tier;
  /** One clause for a person. */
  readonly reason: string;
  /** Where in the definition, as keys with points between: `inputSchema.properties.city.description`. */
  readonly where: string;
}
