import { type Destination, type Layer, layers, type Source } from '../../core/model';
import { createPolicy, type Opinion, type PolicyLayer, type Rule, stricter } from '../../core/policy';

/** Why a rule changes nothing: a layer above says something stricter of all it names, or a later rule of its own layer takes its place. */
export type Idle =
  | { readonly by: 'layer'; readonly layer: Layer; readonly action: Opinion['action']; readonly reason: string }
  | { readonly by: 'later'; readonly reason: string };

/**
 * Why a layer's rule can't hold, undefined where it may. It is asked with ids and destinations that stand for what its globs name; rules with
 * conditions or paths of their own don't count against it, so that nothing is said that isn't so.
 */
export function neverHolds(
  rule: Rule,
  later: readonly Rule[],
  layer: Layer,
  all: readonly PolicyLayer[],
): Idle | undefined {
  const probes = probesOf(rule);
  if (probes.length === 0) return undefined;
  const above = all.filter(one => layers.indexOf(one.layer) < layers.indexOf(layer) && one.layer !== 'default');
  const stricterAbove = saidOf(probes, above.map(unconditional), opinion => stricter(opinion.action, rule.action));
  if (stricterAbove) return { by: 'layer', ...stricterAbove };
  if (rule.when !== undefined) return undefined;
  const rest = unconditional({ layer, tightenOnly: false, rules: later });
  const taken = saidOf(probes, [rest], () => true);
  return taken && { by: 'later', reason: taken.reason };
}

interface Probe {
  readonly detector: string;
  readonly source: Source;
  readonly destination: Destination;
}

/** What the layers say of every probe, if they do; that of the first one. */
function saidOf(probes: readonly Probe[], above: readonly PolicyLayer[], counts: (one: Opinion) => boolean) {
  if (above.every(({ rules = [] }) => rules.length === 0)) return undefined;
  const policy = createPolicy(above, '0000-00-00');
  const said = probes.map(({ detector, source, destination }) =>
    policy.explain(detector, source, destination).find(one => one.layer !== 'default' && counts(one)),
  );
  return said.every(one => one !== undefined) ? said[0] : undefined;
}

function unconditional(layer: PolicyLayer): PolicyLayer {
  return {
    layer: layer.layer,
    tightenOnly: layer.tightenOnly,
    rules: (layer.rules ?? []).filter(({ when, paths }) => when === undefined && paths === undefined),
  };
}

/** At most some dozens: a rule may name a hundred globs. */
const mostProbes = 64;

function probesOf(rule: Rule): Probe[] {
  const classes = rule.classes ?? [undefined];
  const detectors = rule.detectors ?? (rule.classes ? ['class/*'] : kindsAnyone);
  const destinations = rule.destinations ?? anywhere;
  const probes = detectors.flatMap(detector =>
    destinations.flatMap(name =>
      classes.map(
        (one): Probe => ({
          detector: filled(detector),
          source: one === undefined ? {} : { class: one },
          destination: destinationOf(filled(name.endsWith(':') ? `${name}*` : name)),
        }),
      ),
    ),
  );
  return probes.length > mostProbes ? [] : probes;
}

const kindsAnyone = ['secret/*', 'pii/*', 'hidden/*', 'injection/*', 'fault/*', 'supply/*', 'agent/*'];
const anywhere = ['model:*', 'network:*', 'tool:*', 'command:*', 'clipboard:*', 'editor:*', 'report:*', 'file:*'];

/** A name that a glob fits, and that nobody else would write. */
function filled(glob: string): string {
  return glob.replace(/\*+/g, 'anything').replaceAll('?', 'x');
}

function destinationOf(text: string): Destination {
  const at = text.indexOf(':');
  const kind = text.slice(0, Math.max(0, at)) as Destination['kind'];
  // What rules call a destination by another name is an alias of some model.
  return anywhere.includes(`${kind}:*`)
    ? { kind, name: text.slice(at + 1) }
    : { kind: 'model', name: 'anything', aliases: [text] };
}
