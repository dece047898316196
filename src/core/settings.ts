import { contributes } from '../../package.json';
import { conditionFaults } from './compileLayer';
import { refusal } from './loadRefusal';
import type { Fault, Layer } from './model';
import type { PolicyLayer } from './policy';
import { type Profile, profileRules } from './profiles';

/** The settings of one layer, by their names without `lockside.`; whatever package.json's schema refuses is left out. */
export interface SettingsLayer {
  readonly policy: PolicyLayer;
  readonly values: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
}

const prefix = 'lockside.';
const schemas = new Map<string, object>(
  contributes.configuration.flatMap(group =>
    Object.entries(group.properties).map(([name, schema]): [string, object] => [name, schema]),
  ),
);

/**
 * Reads one layer's `lockside.*` values, which come from strangers: each is checked against the schema that the editor uses
 * too. A list keeps its good entries; everything refused is a fault that says what and where.
 */
export function readSettings(
  raw: Readonly<Record<string, unknown>>,
  layer: Layer,
  tightenOnly: boolean,
): SettingsLayer {
  const values: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const [name, value] of Object.entries(raw)) {
    if (!name.startsWith(prefix) || value === undefined) continue;
    // What a repository extends is chosen by the repository.
    const misplaced =
      (layer === 'workspace' || layer === 'organisation') && isPersonal(name) ? notHere(name) : undefined;
    const checked = misplaced ? { faults: [misplaced] } : check(name, value);
    faults.push(...checked.faults);
    if (checked.value !== undefined) values[name.slice(prefix.length)] = checked.value;
  }
  const policy = {
    layer,
    tightenOnly,
    rules: values.rules,
    classes: values.classes,
    suppressions: values.suppressions,
    vendors: values.vendors,
    restore: values['guard.restore'],
    unguardedModels: values['guard.unguardedModels'],
  } as PolicyLayer; // The schema has just said so.
  return { policy, values, faults: [...faults, ...conditionFaults(policy.rules)] };
}

/** What a layer says, with the profiles that it asks for. */
export function policiesOf({ policy, values }: SettingsLayer): PolicyLayer[] {
  const { layer } = policy;
  const wanted = (values.profiles ?? []) as Profile[];
  return [policy, ...wanted.map(profile => ({ layer, tightenOnly: true, ...profileRules(profile) }))];
}

/** The default that package.json gives a setting, by its name without `lockside.`. */
export function defaultOf(name: string): unknown {
  const schema = schemas.get(prefix + name);
  return schema && 'default' in schema ? schema.default : undefined;
}

/** What only the person may say, in settings of their own: VS Code reads them nowhere else, and so does the command line. */
function isPersonal(name: string): boolean {
  const schema = schemas.get(name);
  return schema !== undefined && 'scope' in schema && schema.scope === 'application';
}

function notHere(where: string): Fault {
  return { code: 'settings', where, message: "it counts in the user's own settings only; this entry is not applied" };
}

function check(name: string, value: unknown): { value?: unknown; faults: Fault[] } {
  const schema = schemas.get(name);
  if (!schema)
    return {
      faults: [{ code: 'settings', where: name, message: 'there is no such setting; see "Lockside" in the settings' }],
    };
  if (Array.isArray(value) && 'items' in schema) return checkItems(name, value, schema);
  const fault = refuse(name, value, schema);
  return fault ? { faults: [fault] } : { value, faults: [] };
}

function checkItems(name: string, list: readonly unknown[], schema: object): { value: unknown; faults: Fault[] } {
  const faults: Fault[] = [];
  const value = list.filter((item, index) => {
    const fault = refuse(`${name}[${index}]`, item, (schema as { items: object }).items);
    if (fault) faults.push(fault);
    return !fault;
  });
  const whole = refuse(name, value, { ...schema, items: {} });
  return whole ? { value: [], faults: [...faults, whole] } : { value, faults };
}

function refuse(where: string, value: unknown, schema: object): Fault | undefined {
  const why = refusal(value, schema);
  return why === undefined ? undefined : { code: 'settings', where, message: `${why}; this entry is not applied` };
}
