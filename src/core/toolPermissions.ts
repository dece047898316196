import { createGlob } from './glob';
import { matchesName } from './matchNames';
import type { Layer } from './model';

/** What a tool does to what it works on, the mildest first. */
const accesses = ['read', 'edit', 'write', 'delete', 'share', 'pay'] as const;
export type Access = (typeof accesses)[number];

export type ToolAction = 'allow' | 'ask' | 'block';

/** One rule of `lockside.mcp.permissions`. All conditions must hold; of one layer's rules the last that matches counts. */
export interface ToolRule {
  /** Globs over the names that servers have in the client's configuration. */
  readonly servers?: readonly string[];
  readonly tools?: readonly string[];
  readonly access?: readonly Access[];
  /** Globs over the paths in the arguments, relative to the workspace. `allow` asks for all of them, the others for any. */
  readonly paths?: readonly string[];
  /** Globs over the hosts in the arguments; the same holds. */
  readonly hosts?: readonly string[];
  readonly action: ToolAction;
  /** Whether placeholders in the arguments become values again. */
  readonly values?: ToolAction;
  readonly reason?: string;
}

/** A call of a tool, as far as rules ask about it. */
export interface ToolUse {
  readonly server: string;
  readonly tool: string;
  readonly access: Access;
  readonly paths: readonly string[];
  readonly hosts: readonly string[];
}

export interface ToolVerdict {
  readonly action: ToolAction;
  readonly layer: Layer;
  readonly reason: string;
  /** What the rules say of values; undefined where they say nothing. */
  readonly values?: ValueVerdict;
}

/** What becomes of placeholders in a call's arguments, and which layer says so. */
export interface ValueVerdict {
  readonly action: ToolAction;
  readonly layer: Layer;
}

/** What one layer of settings says of tools. */
export interface ToolLayer {
  readonly layer: Layer;
  readonly tightenOnly: boolean;
  readonly rules?: readonly ToolRule[];
  readonly allowedHosts?: readonly string[];
  /** Whether servers that `lockside.lock` doesn't know may be used. */
  readonly unlockedServers?: 'allow' | 'block';
}

export interface ToolPermissions {
  decide(use: ToolUse): ToolVerdict;
  /** Whether a host is one of `lockside.mcp.allowedHosts`; undefined where no layer has such a list. */
  isAllowedHost(host: string): boolean | undefined;
  /** `block` where any layer says so. */
  readonly unlockedServers: 'allow' | 'block';
}

/** What holds where nobody says anything: a person is asked before something goes for good, or to somebody else. */
const defaults: ToolLayer = {
  layer: 'default',
  tightenOnly: false,
  rules: [
    { action: 'allow', reason: 'nothing speaks against it' },
    { access: ['delete'], action: 'ask', reason: 'it deletes' },
    { access: ['share'], action: 'ask', reason: 'it gives others access' },
    { access: ['pay'], action: 'ask', reason: 'it moves money or ownership' },
  ],
};

/** Merges layers, the widest first; those that only tighten never loosen. */
export function createToolPermissions(layers: readonly ToolLayer[]): ToolPermissions {
  const compiled = [defaults, ...layers].map(({ rules = [], ...rest }) => ({ ...rest, rules: rules.map(compile) }));
  const lists = layers.filter(({ allowedHosts }) => allowedHosts !== undefined && allowedHosts.length > 0);
  const loose = lists.findLast(one => !one.tightenOnly && !binds(one));
  const counting = lists
    .filter(one => one === loose || one.tightenOnly || binds(one))
    .map(it => it.allowedHosts!.map(matchesHost));
  return {
    unlockedServers: layers.some(({ unlockedServers }) => unlockedServers === 'block') ? 'block' : 'allow',
    decide(use) {
      let verdict: ToolVerdict = { action: 'block', layer: 'default', reason: 'no rule' };
      let values: ValueVerdict | undefined;
      let bound = false;
      let valuesBound = false;
      for (const one of compiled) {
        const { layer, tightenOnly, rules } = one;
        const rule = rules.findLast(it => it.matches(use));
        if (rule && (!(tightenOnly || bound) || stricter(rule.action, verdict.action)))
          verdict = { action: rule.action, reason: rule.reason, layer };
        const said = rules.findLast(it => it.values !== undefined && it.matches(use))?.values;
        if (said && (!(tightenOnly || valuesBound) || stricter(said, values?.action ?? 'ask')))
          values = { action: said, layer };
        bound ||= rule !== undefined && binds(one);
        valuesBound ||= said !== undefined && binds(one);
      }
      return values ? { ...verdict, values } : verdict;
    },
    isAllowedHost: host =>
      counting.length === 0 ? undefined : counting.every(globs => globs.some(matches => matches(host))),
  };
}

/** What stands above the workspace can't be loosened in it. */
function binds({ layer }: Pick<ToolLayer, 'layer'>): boolean {
  return layer === 'managed' || layer === 'organisation';
}

/** The settings hold what the schema has let in. */
export function toolLayer(
  { layer, tightenOnly }: { readonly layer: Layer; readonly tightenOnly: boolean },
  values: Readonly<Record<string, unknown>>,
): ToolLayer {
  return {
    ...{ layer, tightenOnly },
    rules: values['mcp.permissions'] as ToolLayer['rules'],
    allowedHosts: values['mcp.allowedHosts'] as ToolLayer['allowedHosts'],
    unlockedServers: values['mcp.unlockedServers'] as ToolLayer['unlockedServers'],
  } as ToolLayer;
}

function stricter(one: ToolAction, other: ToolAction): boolean {
  const order: readonly ToolAction[] = ['allow', 'ask', 'block'];
  return order.indexOf(one) > order.indexOf(other);
}

function compile({ servers, tools, access, paths, hosts, action, values, reason }: ToolRule, index: number) {
  const server = anyOf(servers);
  const tool = anyOf(tools);
  const path = paths?.map(glob => createGlob(glob, true));
  const host = hosts?.map(matchesHost);
  const few = (globs: readonly ((name: string) => boolean)[] | undefined, names: readonly string[]): boolean => {
    if (globs === undefined) return true;
    const fits = (name: string) => globs.some(matches => matches(name));
    return action === 'allow' ? names.length > 0 && names.every(fits) : names.some(fits);
  };
  const spelt = (names: readonly string[]) => (action === 'allow' ? names : names.flatMap(caseSpellings));
  return {
    ...{ action, values, reason: reason ?? `rule ${index + 1} of lockside.mcp.permissions` },
    matches: (use: ToolUse) =>
      server(use.server) &&
      tool(use.tool) &&
      (access === undefined || access.includes(use.access)) &&
      few(path, spelt(use.paths)) &&
      few(host, use.hosts),
  };
}

/** Where a name's case doesn't count on a disk, it may not get around a rule either. */
export function caseSpellings(name: string): readonly string[] {
  const small = name.toLowerCase();
  return small === name ? [name] : [name, small];
}

function anyOf(globs: readonly string[] | undefined): (name: string) => boolean {
  const all = globs?.map(matchesName);
  return name => all === undefined || all.some(matches => matches(name));
}

/** `example.com` is that host alone, `*.example.com` all below it; an address of mail fits by itself or by its host. */
function matchesHost(glob: string): (host: string) => boolean {
  const matches = createGlob(glob.toLowerCase(), false);
  return host => matches(host) || (host.includes('@') && matches(host.slice(host.lastIndexOf('@') + 1)));
}
