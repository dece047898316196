import { getLocation, type JSONPath } from 'jsonc-parser';
import type { Named } from './knownNames';
import type { PolicyFileKind } from './policyFiles';

/** What can stand at a place of a policy file. `within` is set where it is a word of a condition and not a whole string. */
export interface Offered {
  readonly names: readonly Named[];
  readonly within: boolean;
  /** The string that is replaced, with its quotes; undefined where there is none yet. */
  readonly span?: { readonly start: number; readonly end: number };
}

export interface CompletionFacts {
  readonly detectors: readonly Named[];
  /** Names of the vendors on record, and of the models on offer as `vendor/model`. */
  readonly vendors: readonly string[];
  readonly models: readonly string[];
  readonly t: (message: string) => string;
}

/** What a person may write at an offset, undefined where the policy has nothing to offer. */
export function policyCompletions(
  text: string,
  offset: number,
  kind: PolicyFileKind,
  facts: CompletionFacts,
): Offered | undefined {
  const { path, previousNode, isAtPropertyKey } = getLocation(text, offset);
  if (isAtPropertyKey) return undefined;
  const span =
    previousNode?.type === 'string' &&
    offset > previousNode.offset &&
    offset <= previousNode.offset + previousNode.length
      ? { start: previousNode.offset, end: previousNode.offset + previousNode.length }
      : undefined;
  const place = placeOf(path, kind);
  const names = place === undefined ? undefined : offered[place]?.(facts);
  return names && { names, within: place === 'when', ...(span ? { span } : {}) };
}

/** A place without its numbers: `rules.detectors`. */
function placeOf(path: JSONPath, kind: PolicyFileKind): string | undefined {
  const keys = path.filter(part => typeof part === 'string');
  const names = kind === 'workspace' && keys[0] === 'settings' ? keys.slice(1) : keys;
  const inList = typeof path.at(-1) === 'number';
  if (kind === 'waivers') return inList && names.length === 1 ? `rules.${names[0]}` : undefined;
  const [setting = '', field, deeper] = names;
  if (!setting.startsWith('lockside.') || deeper !== undefined) return undefined;
  if (setting === 'lockside.rules' && field === 'when') return 'when';
  const name = `${setting.slice('lockside.'.length)}${field === undefined ? '' : `.${field}`}`;
  return inList || name === 'suppressions.detector' || name === 'vendors.name' ? name : undefined;
}

const offered: Readonly<Record<string, (facts: CompletionFacts) => readonly Named[]>> = {
  'rules.detectors': facts => [...kindGlobs(facts), ...facts.detectors],
  'suppressions.detector': ({ detectors }) => detectors,
  'rules.destinations': facts => destinationNames(facts),
  'vendors.destinations': facts => destinationNames(facts),
  'vendors.name': ({ vendors }) => vendors.map(name => ({ name, title: '' })),
  'vendors.hosts': () => hosts,
  'vendors.regions': () => ['eu', 'us', 'uk', 'ca', 'ch', 'jp', 'asia', 'local'].map(name => ({ name, title: '' })),
  when: ({ vendors, t, ...facts }) => [
    ...variables({ vendors, t, ...facts }),
    ...vendors.map(name => ({
      name: `destination.vendor == ${JSON.stringify(name)}`,
      title: t('what goes to this vendor'),
    })),
  ],
};

const kindGlobs = ({ t }: CompletionFacts): Named[] => [
  { name: 'secret/*', title: t('every secret') },
  { name: 'pii/*', title: t('all personal data') },
  { name: 'hidden/*', title: t('hidden text') },
  { name: 'injection/*', title: t('instructions to the model') },
  { name: 'supply/*', title: t('what is said of packages') },
  { name: 'agent/*', title: t('what is said of agents') },
  { name: 'fault/*', title: t('what could not be scanned') },
];

function destinationNames({ vendors, models, t }: CompletionFacts): Named[] {
  return [
    { name: 'model:*', title: t('every model') },
    ...[...new Set(models.map(model => model.split('/')[0]!))].map(one => ({
      name: `model:${one}/*`,
      title: t('models'),
    })),
    ...models.map(name => ({ name: `model:${name}`, title: t('this model') })),
    { name: 'clipboard:', title: t('Copy Safe for AI') },
    { name: 'command:*', title: t('commands of agents') },
    { name: 'network:*', title: t('hosts that agents call') },
    { name: 'tool:*', title: t('tools of MCP servers') },
    { name: 'file:*', title: t('files that agents write') },
    { name: 'editor:*', title: t('what is shown in the editor') },
    { name: 'report:*', title: t('what reports say') },
    { name: 'region:eu', title: t('endpoints in a region') },
    ...vendors.map(name => ({ name: `vendor:${name}`, title: t('a vendor on record') })),
  ];
}

const hosts: readonly Named[] = [
  { name: 'api.openai.com', title: 'OpenAI' },
  { name: '*.openai.azure.com', title: 'Azure OpenAI' },
  { name: 'api.anthropic.com', title: 'Anthropic' },
  { name: 'generativelanguage.googleapis.com', title: 'Google Gemini' },
  { name: '*.githubcopilot.com', title: 'GitHub Copilot' },
  { name: 'api.mistral.ai', title: 'Mistral' },
];

/** The variables of conditions, as `core/conditions.ts` registers them. */
const variables = ({ t }: CompletionFacts): Named[] => [
  { name: 'detector', title: t('secret/github-token and the like') },
  { name: 'kind', title: t('secret, pii, hidden, injection …') },
  { name: 'path', title: t('the file, relative to the workspace') },
  { name: 'path.like("src/**")', title: t('whether the path fits a glob') },
  { name: 'class', title: t('public, internal, confidential, restricted') },
  { name: 'destination.kind', title: t('model, clipboard, command, network …') },
  { name: 'destination.name', title: t('copilot/gpt-5 and the like') },
  { name: 'destination.host', title: t('api.openai.com; empty where it isn’t known') },
  { name: 'destination.region', title: t('eu, us …; empty where it isn’t known') },
  { name: 'destination.vendor', title: t('the name on record; empty where there is none') },
  { name: 'today', title: t('YYYY-MM-DD') },
];
