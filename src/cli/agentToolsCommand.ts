import { judgeTools } from '../agents/toolDefinitions/judgeTools';
import { namesByServer, readToolLists } from '../agents/toolDefinitions/readToolLists';
import type { ToolFinding } from '../agents/toolDefinitions/toolDefinition';
import type { Severity } from '../core/model';
import { printable } from '../core/printable';
import { openWorkspace } from '../io/openWorkspace';
import { endOnBrokenPipe, write } from '../io/output';
import { readTextFile } from '../io/readTextFile';

export interface AgentToolsOptions {
  readonly format: 'jsonl' | 'text';
  readonly failOn: Severity;
}

/** Judges saved lists of tools. Gives the exit code: 0, 1 where something is found, 2 where a file can't be read. */
export async function agentToolsCommand(
  files: readonly string[],
  { format, failOn }: AgentToolsOptions,
): Promise<number> {
  endOnBrokenPipe(process.stdout);
  const limit = openWorkspace({ cwd: process.cwd() }).maximumFileSize;
  let code = 0;
  for (const file of files) {
    const read = readTextFile(file, limit);
    const lists = 'text' in read ? readToolLists(read.text) : undefined;
    if (!lists) {
      const why = 'fault' in read ? read.fault.message : 'no answer to tools/list: JSON with a list "tools" is needed';
      await write(process.stderr, `lockside: ${printable(file)}: ${printable(why)}\n`);
      code = 2;
      continue;
    }
    const others = namesByServer(lists);
    const found = lists.flatMap(({ server, tools }, at) =>
      judgeTools(server ?? (lists.length > 1 ? `#${at + 1}` : undefined), tools, others),
    );
    await write(process.stdout, found.map(one => line(file, one, format)).join(''));
    if (code === 0 && found.some(({ severity }) => rank(severity) >= rank(failOn))) code = 1;
  }
  return code;
}

function line(
  file: string,
  { server, tool, detector, severity, reason, where }: ToolFinding,
  format: 'jsonl' | 'text',
): string {
  if (format === 'jsonl')
    return `${JSON.stringify({ file, ...(server === undefined ? {} : { server }), tool, detector, severity, reason })}\n`;
  const name = server === undefined ? tool : `${server}/${tool}`;
  return `${printable(`${file}  ${severity}  ${detector}  ${name}: ${reason}${where ? ` (${where})` : ''}`)}\n`;
}

function rank(severity: Severity): number {
  return ['information', 'warning', 'error'].indexOf(severity);
}
