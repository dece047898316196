import { type Decision, type Layer, layers, type Substitute } from './model';
import { stricter } from './strictness';
import type { WaiverMatch } from './waivers';

/** What somebody says of one thing on its way. */
export type Verdict = Pick<Decision, 'action' | 'layer' | 'reason' | 'vendor'>;

/** What one layer says, by the last of its rules that matches. */
export interface Opinion extends Verdict {
  readonly tightenOnly: boolean;
  readonly as?: Substitute;
  /** Set where what is on record about the destination says so. */
  readonly vendor?: boolean;
  /** The waiver that has taken the place of what the layer says. */
  readonly waiver?: string;
}

/** A layer's opinion, as far as somebody may waive it and has. */
export function waive(opinion: Opinion, waivers: readonly WaiverMatch[]): Opinion {
  const may = waivers.find(
    ({ waiver }) => mayWaive(waiver.layer, opinion.layer) && stricter(opinion.action, waiver.action),
  );
  if (!may) return opinion;
  const { id, action, reason, signer, expires } = may.waiver;
  return { ...opinion, action, reason: `waived by ${signer} until ${expires}: ${reason}`, waiver: id };
}

/** Whoever approves for a layer approves for those below it; what a person wants for himself, nobody waives. */
function mayWaive(approver: Layer, bound: Layer): boolean {
  if (bound === 'default') return true;
  return bound !== 'user' && layers.indexOf(approver) <= layers.indexOf(bound);
}

/** The defaults count where no layer that may loosen them says anything; of the rest the strictest, and of equals the widest layer's. */
export function strictestOpinion(all: readonly Opinion[]): Opinion | undefined {
  const loosened = all.some(({ layer, tightenOnly }) => layer !== 'default' && !tightenOnly);
  return all
    .filter(({ layer }) => layer !== 'default' || !loosened)
    .reduce<Opinion | undefined>(
      (strictest, one) => (strictest && !stricter(one.action, strictest.action) ? strictest : one),
      undefined,
    );
}

/** Both hold the value back; but a synthetic value tells a little of it, so that it can't be chosen over a placeholder. */
export function substituteOf(all: readonly Opinion[]): Substitute | undefined {
  const wanted = all.map(({ as }) => as);
  return wanted.includes('placeholder') ? 'placeholder' : wanted.find(as => as !== undefined);
}

/** The strictest choice of all layers; the defaults count where no layer that may loosen them says anything. */
export function mergeChoice<L extends { layer: Layer; tightenOnly: boolean }, C extends string>(
  all: readonly L[],
  pick: (layer: L) => C | undefined,
  order: readonly C[],
): { action: C; layer: Layer } {
  const said = all.flatMap(layer => {
    const action = pick(layer);
    return action === undefined ? [] : { action, layer: layer.layer, tightenOnly: layer.tightenOnly };
  });
  const loosened = said.some(({ layer, tightenOnly }) => layer !== 'default' && !tightenOnly);
  const { action, layer } = said
    .filter(({ layer }) => layer !== 'default' || !loosened)
    .reduce((strictest, one) => (order.indexOf(one.action) > order.indexOf(strictest.action) ? one : strictest));
  return { action, layer };
}
