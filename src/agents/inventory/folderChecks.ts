import type { AgentItem } from '../../core/agents';
import { programOf } from './commands';
import type { ConfigNode } from './configNode';
import { textIn } from './configTree';
import { advice, fixOf, type Look } from './look';
import { isReference } from './references';
import type { Server } from './server';
import { isWideFolder } from './wideFolders';

/** A server of files is given its folders as bare arguments; others name them by an option. */
export function checkFolders(look: Look, server: Server, item: AgentItem): void {
  const { args, words } = server;
  const { image } = programOf(words);
  if (image) return; // A path in a container is another one; its mounts are judged with it.
  const ofFiles =
    words.some(it => /filesystem|file-?system|files?-mcp|mcp-files?|desktop-?commander/i.test(it)) ||
    /filesystem|files$/i.test(server.name);
  for (const [at, one] of args.entries()) {
    const value = textIn(one) ?? '';
    const before = textIn(args[at - 1]) ?? '';
    const [, option = before.startsWith('-') ? before : '', joined = value] = /^(--?[\w-]+)=(.*)$/s.exec(value) ?? [];
    const scoped =
      /^--?(?:[\w-]*(?:root|dir(?:ector(?:y|ies))?|folders?|path|paths|workspace|repo(?:sitory)?|allow(?:ed)?[\w-]*|vault|base|scope))$/i.test(
        option,
      );
    const bareOption = option !== '' && !scoped;
    if ((ofFiles && !bareOption) || scoped || joined === '/')
      if (isWideFolder(joined) && !/^[-/][A-Za-z]$/.test(joined))
        look.finding(
          'agent/wide-filesystem',
          one.span,
          `${folderName(joined)}: keys, mail and everything else in it can be read or changed`,
          { item, fix: folderFix(look, one, joined) },
        );
  }
  for (const { name, node } of server.env)
    if (
      /(?:ALLOWED|ROOT|BASE)_?(?:DIR|DIRECTORIES|DIRS|PATHS?|FOLDERS?)?$|_(?:DIRECTORIES|ROOTS?|FOLDERS?)$/i.test(name)
    )
      for (const part of String(node.value ?? '').split(/[,;]|:(?![\\/])/))
        if (isWideFolder(part.trim()))
          look.finding('agent/wide-filesystem', node.span, `${name} has ${folderName(part.trim())}`, { item });
}

function folderName(folder: string): string {
  return /^(?:\/|[A-Za-z]:[\\/]*)$/.test(folder)
    ? 'the whole disk'
    : isReference(folder) || /^~/.test(folder) || /^(?:\/home|\/Users|\/root)/.test(folder)
      ? 'a whole home'
      : 'a folder of the system';
}

function folderFix(look: Look, { span }: ConfigNode, folder: string) {
  const raw = look.file.text.slice(span.start, span.end);
  const at = raw.lastIndexOf(folder);
  const narrow =
    look.client === 'vscode' || look.client === 'cursor' || look.client === 'roo' ? '${workspaceFolder}' : '.';
  if (at < 0 || look.file.place !== 'workspace') return advice('Name the one folder that it needs');
  return fixOf(
    look,
    `Give it ${narrow === '.' ? "the project's folder" : narrow} alone`,
    { start: span.start + at, end: span.end },
    narrow,
  );
}
