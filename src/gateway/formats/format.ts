import type { Answer } from '../answer';
import type { Json } from '../json';
import type { Shape } from '../walkJson';

/** A tool call that a conversation tells of. */
export interface ToolCall {
  readonly id: string;
  readonly tool: string;
  readonly input: unknown;
}

/** One wire format: where texts stand in its requests, and how values are put back into its answers. */
export interface Format {
  readonly shape: Shape;
  /** The tool calls in a request, whose results stand in it as well. */
  calls?(body: Json): ToolCall[];
  /** Restores an answer that came whole. */
  whole?(body: Json, answer: Answer): Promise<void> | void;
  /** Restores an answer that comes in events: made once for each. */
  events?(answer: Answer): EventHandler;
  /** The model that answered, as an answer or one of its events names it. */
  model?(body: Json): unknown;
}

export interface EventHandler {
  /** Changes the event in place; what it returns goes out before it. */
  event(event: Json): readonly Json[] | Promise<readonly Json[]>;
  /** What goes out at the end of a stream that did not say that it ends. */
  end(): Promise<readonly Json[]>;
}

export const nothing: readonly Json[] = [];
