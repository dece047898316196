import type { AgentItem } from '../../core/agents';
import type { Span } from '../../core/model';
import { isSchemaAddress, readAddress } from './addresses';
import type { ConfigNode } from './configNode';
import { field, formatOf, readTree, textIn, textNodes } from './configTree';
import type { Holder } from './holder';
import { advice, fixOf, type Look } from './look';
import { tellSecrets } from './secretChecks';
import { readServers } from './server';
import { judgeServer, type ServerHabits } from './serverChecks';
import { tellInstructions } from './textChecks';
import { isWideFolder } from './wideFolders';

/** A configuration while a client's own part looks at it. */
export interface ConfigLook extends Look {
  readonly root: ConfigNode;
  /** Values that may be secrets, so that a finding knows what they belong to. */
  hold(...holders: readonly Holder[]): void;
  /** Judges the servers below some names. */
  servers(habits: ServerHabits, ...names: readonly string[]): void;
  /** Tells what runs without being asked. */
  approval(
    node: ConfigNode | undefined,
    reason: string,
    more?: { fix?: string; level?: 'critical' | 'high' | 'medium' },
  ): void;
}

/** Parts of a configuration in which secrets are told; all of it where there is no such part. */
export interface ConfigLimits {
  readonly secretsWithin?: (root: ConfigNode) => readonly Span[];
}

/** Reads a configuration by its file's format and lets a client's own part look at it; a broken one is told and read as far as it goes. */
export function lookAtConfig(
  look: Look,
  read: (config: ConfigLook) => void,
  { secretsWithin }: ConfigLimits = {},
): void {
  const { file } = look;
  const { root, fault } = readTree(file.text, formatOf(file.path));
  if (fault)
    look.faults.push({
      code: 'unreadable',
      message: fault.message,
      where: fault.at ? `${file.file}:${fault.at}` : file.file,
    });
  const holders: Holder[] = [];
  const within = root && secretsWithin?.(root);
  if (root) read(withConfig(look, root, holders));
  if (root && within?.length !== 0) {
    tellInstructions(look, root);
    checkSchema(look, root);
  }
  const keys = tellSecrets(look, root, holders, within);
  for (const [at, item] of look.items.entries()) {
    const own = keys.get(item.id);
    if (own) look.items[at] = { ...item, keys: own };
  }
}

/** Editors fetch a file's schema as soon as they show it, and what the address says goes along. */
function checkSchema(look: Look, root: ConfigNode): void {
  const node = field(root, '$schema');
  const address = look.foreign && node ? readAddress(textIn(node) ?? '') : undefined;
  if (!node || !address || isSchemaAddress(address)) return;
  const reason = `a schema of ${address.host} is fetched when the file is opened`;
  look.finding('agent/remote-schema', node.span, reason, { fix: advice('Keep the schema in the repository') });
}

function withConfig(look: Look, root: ConfigNode, holders: Holder[]): ConfigLook {
  return {
    ...look,
    root,
    hold: (...more) => void holders.push(...more),
    servers(habits, ...names) {
      const at = names.length === 0 ? root : field(root, ...names);
      for (const server of readServers(at)) holders.push(...judgeServer(look, server, habits));
    },
    approval(node, reason, { fix, level } = {}) {
      if (!node) return;
      const edit =
        fix === undefined
          ? advice('Take it out, so that you are asked')
          : fixOf(look, `Set it to ${fix}`, node.whole, fix);
      look.finding('agent/auto-approve', node.span, reason, { fix: edit, ...(level ? { level } : {}) });
    },
  };
}

/** A switch that lets things run unasked where it has a value. */
export function checkSwitch(
  config: ConfigLook,
  names: readonly string[],
  bad: unknown,
  why: string,
  fix?: string,
  level?: 'critical' | 'high' | 'medium',
): void {
  const node = field(config.root, ...names);
  if (node && node.value === bad)
    config.approval(node, `${names.join('.')}: ${why}`, {
      ...(fix === undefined ? {} : { fix }),
      ...(level ? { level } : {}),
    });
}

/** Folders that a client may use besides its own. */
export function checkFolderList(config: ConfigLook, ...names: readonly string[]): void {
  for (const node of textNodes(field(config.root, ...names)))
    if (isWideFolder(textIn(node) ?? ''))
      config.finding('agent/wide-filesystem', node.span, `${names.at(-1)} has a whole home or disk`, {
        fix: advice('Name the one folder that it needs'),
      });
}

/** A model and its provider, where a configuration says them. */
export function modelItem(config: ConfigLook, node: ConfigNode | undefined): AgentItem | undefined {
  const name = textIn(node);
  return name === undefined || name === ''
    ? undefined
    : config.item('model', name, node!.span, { origin: { kind: 'model', name } });
}

/** What this client writes where a value stands elsewhere. */
export function writes(form: (name: string) => string): NonNullable<Holder['reference']> {
  return name => ({ text: form(name) });
}
