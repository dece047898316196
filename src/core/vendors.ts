import { createGlob } from './glob';
import { type Action, type DataClass, type Destination, dataClasses, type Layer, type Source } from './model';

/** What is on record about somebody to whom data goes: one entry of `lockside.vendors`. Days are `YYYY-MM-DD`. */
export interface Vendor {
  readonly name: string;
  /** Hosts and globs over them: `api.openai.com`, `*.openai.azure.com`. */
  readonly hosts?: readonly string[];
  /** Destinations as rules write them, for what has no host here: `model:copilot/*`. */
  readonly destinations?: readonly string[];
  /** Where it keeps and works on data: `eu`, `us`; as the contract says. */
  readonly regions?: readonly string[];
  /** The data processing agreement. */
  readonly dpa?: { readonly until: string; readonly reference?: string };
  /** How long it keeps what it is sent. */
  readonly retentionDays?: number;
  /** Whether it trains on what it is sent. */
  readonly training?: boolean;
  /** The most confidential class of texts that it may get. */
  readonly highestClass?: DataClass;
  /** Whether personal data may go there; only with an agreement that holds. */
  readonly personalData?: boolean;
  /** When somebody has last looked at all this, and who answers for it. */
  readonly reviewed?: string;
  readonly owner?: string;
  /** The kill switch: nothing goes there. Says why. */
  readonly disabled?: string;
}

/** Vendors as one layer of the policy has them on record. */
export interface LayeredVendor extends Vendor {
  readonly layer: Layer;
}

/** What a record says of one thing on its way. */
export interface VendorVerdict {
  readonly action: Action;
  readonly layer: Layer;
  readonly reason: string;
}

/** Those on record, as the policy asks them. */
export interface Vendors {
  /** The destination with what is on record about it: `vendor:OpenAI`, `region:eu`. */
  describe(destination: Destination): Destination;
  judge(detector: string, source: Source, destination: Destination): VendorVerdict[];
}

/** Reviews are due after this many days. */
export const reviewDays = 365;

/** Asks records about destinations; `today` is `YYYY-MM-DD`. */
export function createVendors(records: readonly LayeredVendor[], today: string): Vendors {
  const compiled = records.map(vendor => ({ vendor, matches: matcherOf(vendor) }));
  const find = (destination: Destination) => compiled.filter(({ matches }) => matches(destination));
  return {
    describe(destination) {
      const known = find(destination);
      if (known.length === 0) return destination;
      const regions = known.flatMap(({ vendor }) => vendor.regions ?? []);
      const kept = (destination.aliases ?? []).filter(alias => regions.length === 0 || !alias.startsWith('region:'));
      const names = known.map(({ vendor }) => `vendor:${vendor.name}`);
      return { ...destination, aliases: [...new Set([...kept, ...names, ...regions.map(one => `region:${one}`)])] };
    },
    judge: (detector, source, destination) =>
      find(destination).flatMap(({ vendor }) =>
        objections(vendor, detector, source, today).map(why => ({
          action: 'block',
          layer: vendor.layer,
          reason: `${vendor.name}: ${why}`,
        })),
      ),
  };
}

/** Why something may not go to a vendor; none where its record allows it. */
function objections(vendor: Vendor, detector: string, { class: dataClass }: Source, today: string): string[] {
  if (vendor.disabled !== undefined) return [`switched off: ${vendor.disabled}`];
  const lapsed =
    vendor.dpa && vendor.dpa.until < today ? `its data processing agreement ended on ${vendor.dpa.until}` : undefined;
  if (detector.startsWith('pii/')) {
    if (lapsed) return [lapsed];
    return vendor.personalData === false || (vendor.personalData === true && !vendor.dpa)
      ? [vendor.dpa ? 'it may not get personal data' : 'it has no data processing agreement']
      : [];
  }
  if (!detector.startsWith('class/') || dataClass === undefined || rank(dataClass) < rank('confidential')) {
    const above =
      dataClass !== undefined && vendor.highestClass !== undefined && rank(dataClass) > rank(vendor.highestClass);
    return detector.startsWith('class/') && above ? [`it may get nothing above ${vendor.highestClass}`] : [];
  }
  const { highestClass = 'internal' } = vendor;
  return [
    ...(lapsed ? [lapsed] : []),
    ...(rank(dataClass) > rank(highestClass) ? [`it may get nothing above ${highestClass}`] : []),
    ...(vendor.training === true ? ['it trains on what it gets'] : []),
  ];
}

function rank(dataClass: DataClass): number {
  return dataClasses.indexOf(dataClass);
}

function matcherOf({ hosts = [], destinations = [] }: Vendor): (destination: Destination) => boolean {
  const flat = (text: string) => text.toLowerCase().replaceAll('/', ':');
  const ofHosts = hosts.map(host => createGlob(flat(host), false));
  const ofNames = destinations.map(name => createGlob(flat(name.endsWith(':') ? `${name}*` : name), false));
  return ({ kind, name, aliases = [] }) => {
    const named = aliases.flatMap(alias => (alias.startsWith('host:') ? flat(alias.slice('host:'.length)) : []));
    const at = kind === 'network' ? [...named, flat(name)] : named;
    return at.some(host => ofHosts.some(is => is(host))) || ofNames.some(is => is(flat(`${kind}:${name}`)));
  };
}

/** One control of the vendor matrix: what is on record, and whether that is enough. */
export interface Control {
  readonly control: 'agreement' | 'region' | 'retention' | 'training' | 'classes' | 'review' | 'owner';
  readonly value: string;
  /** `gap` where nothing is on record or what is has lapsed. */
  readonly state: 'met' | 'gap';
}

/** What is on record about a vendor, control by control. */
export function controlsOf(vendor: Vendor, today: string): Control[] {
  const { dpa, regions, retentionDays, training, highestClass, personalData, reviewed, owner } = vendor;
  const due = reviewed !== undefined && daysBetween(reviewed, today) > reviewDays;
  const control = (name: Control['control'], value: string | undefined, met: boolean): Control => ({
    control: name,
    value: value ?? 'not on record',
    state: value !== undefined && met ? 'met' : 'gap',
  });
  return [
    control('agreement', dpa && `until ${dpa.until}`, dpa !== undefined && dpa.until >= today),
    control('region', regions?.join(', '), (regions?.length ?? 0) > 0),
    control('retention', retentionDays === undefined ? undefined : `${retentionDays} days`, true),
    control(
      'training',
      training === undefined ? undefined : training ? 'trains' : 'does not train',
      training === false,
    ),
    control('classes', highestClass && `up to ${highestClass}${personalData ? ', personal data' : ''}`, true),
    control('review', reviewed && `${reviewed}${due ? ' (due)' : ''}`, !due),
    control('owner', owner, true),
  ];
}

/** The share of controls that are not met, 0 to 100. */
export function gapScore(controls: readonly Control[]): number {
  return Math.round((100 * controls.filter(({ state }) => state === 'gap').length) / Math.max(1, controls.length));
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}
