import type { Guard } from '../core/guard';
import type { Action, Destination, Fault } from '../core/model';
import type { FilePlaces } from './tools';

/** What happened at a client, in no client's own words. */
export type HookEvent =
  | { readonly event: 'prompt'; readonly prompt: string; readonly session: string }
  | {
      readonly event: 'toolCall';
      readonly tool: string;
      readonly input: unknown;
      readonly call: string;
      readonly session: string;
      readonly cwd: string;
    }
  | {
      readonly event: 'toolResult';
      readonly tool: string;
      readonly input: unknown;
      readonly result: unknown;
      readonly session: string;
      readonly cwd: string;
    }
  | { readonly event: 'other' };

/** What the client is to do; an adapter writes it in the client's words. */
export type Verdict =
  | { readonly kind: 'pass' }
  | { readonly kind: 'block'; readonly reason: string }
  | { readonly kind: 'deny'; readonly reason: string }
  | { readonly kind: 'ask'; readonly reason: string; readonly input?: unknown }
  /** `approved`: the person need not be asked about it, because it reads what is safe. */
  | { readonly kind: 'rewriteInput'; readonly input: unknown; readonly approved?: boolean }
  | { readonly kind: 'rewriteResult'; readonly result: unknown }
  | { readonly kind: 'rewritePrompt'; readonly prompt: string };

/** A file as an agent would read it. */
export type FileText = { readonly text: string; readonly path: string } | { readonly fault: Fault };

/** What can be sent instead of a prompt that was blocked. */
export interface Offer {
  readonly safe: string;
  readonly session: string;
  /** It holds something itself; its conversation does; or its model is not one that the policy lets it go to. */
  readonly why: 'holds' | 'tainted' | 'unguarded';
  /** The titles of what it holds. */
  readonly what: readonly string[];
}

/** What a hook needs of the outside. */
export interface HookPorts {
  readonly guard: Guard;
  readonly files: FilePlaces;
  /** The text behind a path as the tool names it, relative to `cwd`; undefined where there is no such file. */
  readText(path: string, cwd: string): Promise<FileText | undefined>;
  /** Whether this tool call was made by a model that Lockside wraps: its result will be redacted there. */
  isGuardedCall(call: string): boolean;
  /** Whether the prompt goes to a model that Lockside wraps, as far as can be told; asked only where the policy demands one. */
  isGuardedPrompt(session: string, prompt: string): Promise<boolean>;
  /** Which conversations hold a prompt that was held back: clients send it along with the next one. */
  readonly conversations?: { heldBack(session: string): void; holdsHeldBack(session: string): boolean };
  /** Called after a prompt was blocked, with what can be sent instead. */
  offer?(offer: Offer): void;
  /** Where the client can read a redacted copy of a file; undefined where it has no such place. */
  safePath?(path: string, cwd: string): string;
  /** Files known to hold findings, as absolute paths, for tools that read many files at once. */
  filesWithFindings(): Iterable<string>;
  /**
   * What the policy says of a command that would install packages; undefined where nothing is to be said. Asked only of commands that
   * may install some; answers within a second.
   */
  judgeInstall?(
    command: string,
    cwd: string,
  ): Promise<{ readonly action: Action; readonly reason: string } | undefined>;
  /** What the policy and the matrix of files say of what an agent is about to do; undefined where nothing speaks against it. */
  judgeAction?(action: {
    readonly tool: string;
    readonly input: unknown;
    /** What a shell would run; empty where it runs nothing. */
    readonly command: string;
    readonly cwd: string;
    readonly redactsReads: boolean;
    readonly readsByCommands?: boolean;
  }): Promise<{ readonly action: Action; readonly reason: string } | undefined>;
  /** Whether the client lets a hook replace a tool's result. */
  readonly rewritesResults: boolean;
  /** Set where the client has no other way to read a file than by commands. */
  readonly readsByCommands?: boolean;
  /** Whether the client lets a hook replace a prompt. */
  readonly rewritesPrompts?: boolean;
  /** Set where the client asks nobody: then a value goes where it stays on this machine, and nowhere else. */
  readonly asksNobody?: boolean;
  /** Given where the model would be told a changed input: writes a file anew after a tool has written it. */
  rewriteFile?(path: string, cwd: string, text: string): Promise<void>;
}

/** Where a prompt or result goes when the client doesn't tell which model it is for. */
export const anyModel: Destination = { kind: 'model', name: 'unknown' };

export const pass: Verdict = { kind: 'pass' };
