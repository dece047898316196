import { quoted } from '../../core/shell/quoted';
import { readShell, type ShellCommand } from '../../core/shell/readShell';
import { innerCommands } from './innerCommands';
import { codeOf, linesIn } from './interpreterCode';

/** One program that a command line starts in the end, whatever stands before it. */
export interface Step {
  /** Its own name, in lower case, without its folder and ending. */
  readonly program: string;
  /** Its arguments, each as the texts that it may be. */
  readonly args: readonly (readonly string[])[];
  readonly reads: ShellCommand['reads'];
  readonly writes: ShellCommand['writes'];
  readonly sets: Readonly<Record<string, string>>;
  readonly input: string | undefined;
  readonly piped: boolean;
  /** Code in another language than a shell's, that it would run. */
  readonly code?: string;
}

export interface Steps {
  readonly steps: readonly Step[];
  /** Set where not all of it could be read. */
  readonly unread: boolean;
}

/** All programs that a command line starts, those within others too: `sudo`, `xargs`, `bash -c`, `find -exec`, `ssh host …`. */
export function stepsOf(line: string): Steps {
  const made: { steps: Step[]; unread: boolean } = { steps: [], unread: false };
  addLine(line, undefined, made, 0);
  return made;
}

interface Made {
  readonly steps: Step[];
  unread: boolean;
}

const deepest = 8;
const mostSteps = 2_000;

function addLine(line: string, input: string | undefined, made: Made, depth: number): void {
  if (depth > deepest || made.steps.length > mostSteps) {
    made.unread = true;
    return;
  }
  const { commands, unread } = readShell(line);
  made.unread ||= unread;
  for (const command of commands)
    addCommand(input === undefined ? command : { ...command, input: command.input ?? input }, made, depth);
}

function addCommand(command: ShellCommand, made: Made, depth: number): void {
  if (made.steps.length > mostSteps || depth > deepest) {
    made.unread = true;
    return;
  }
  const [names = [''], ...args] = command.words;
  if (names.length > 1) {
    // `{cat,.env}` is several words, and a variable may be several programs.
    for (const name of names.slice(0, 8))
      addCommand(
        { ...command, words: [[name], ...names.filter(it => it !== name).map(it => [it]), ...args] },
        made,
        depth + 1,
      );
    return;
  }
  const [name = ''] = names;
  if (/\s/.test(name.trim())) {
    addLine([name, ...args.map(([text = '']) => quoted(text))].join(' '), command.input, made, depth + 1);
    return;
  }
  const program = programName(name);
  made.steps.push({ program, args, ...pick(command), ...codeOf(program, args, command.input) });
  const { code } = made.steps.at(-1)!;
  for (const line of code === undefined ? [] : linesIn(code)) addLine(line, undefined, made, depth + 2);
  for (const inner of innerCommands(program, args, command)) {
    if (inner.line !== undefined) addLine(inner.line, inner.input, made, depth + 1);
    if (inner.words && inner.words.length > 0)
      addCommand(
        { ...command, reads: [], writes: [], words: inner.words, input: inner.input ?? command.input },
        made,
        depth + 1,
      );
  }
}

function pick({ reads, writes, sets, input, piped }: ShellCommand) {
  return { reads, writes, sets, input, piped };
}

function programName(name: string): string {
  const base =
    name
      .replace(/[/\\]+$/, '')
      .split(/[/\\]/)
      .at(-1) ?? '';
  return base.toLowerCase().replace(/\.(?:exe|cmd|bat|ps1|com|phar)$/, '');
}
