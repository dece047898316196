import type { Guard } from '../../core/guard';
import type { ToolPermissions } from '../../core/toolPermissions';
import type { Json } from '../json';
import type { Flow } from './flow';

/** What the MCP proxy needs of the outside. */
export interface McpParts {
  readonly guard: Guard;
  /** Does work that gives out placeholders, while nobody else who has the same map does. */
  exclusively<T>(work: () => T): Promise<T>;
  /** As the person's configuration names the server. */
  readonly server: string;
  /** Whether it is a process of this machine. */
  readonly local: boolean;
  readonly permissions: ToolPermissions;
  readonly flow: Flow;
  /** A path as rules match it: relative to the workspace, with forward slashes, without `..` inside. */
  pathOf(path: string): string;
  /** Where a file is that a value would go into. */
  describe(path: string): Promise<FilePlace>;
  /** Says which tools may not be used, by what was approved of them; without it all may. Rejects where it can't be told. */
  judgeTools?(server: string, tools: readonly Json[]): Promise<readonly BlockedTool[]>;
  /** Hears what a person should know; holds no value. Must not throw. */
  tell(message: string): void;
}

export interface FilePlace {
  /** Its path in the workspace; undefined for a file elsewhere. */
  readonly relative?: string;
  /** Whether git would publish it. */
  readonly published: boolean;
  holdsValue(value: string): boolean;
}

export interface BlockedTool {
  readonly name: string;
  /** A clause: "its description was changed since it was approved". */
  readonly reason: string;
}

/** The two ways that a message can go on; each settles when the other side has room for more. */
export interface Wire {
  /** `own` is set for what the proxy itself asks the server. */
  toServer(text: string, own: boolean): Promise<void>;
  toClient(text: string): Promise<void>;
  /** As `toClient`, for what is asked while the client's own request waits. */
  ask(text: string): Promise<void>;
}
