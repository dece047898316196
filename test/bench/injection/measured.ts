import { textsOf } from '../../core/injection/family';
import { heldBack } from '../../core/injection/heldBack';
import { heldOutAttacks, heldOutHarmless } from '../../core/injection/heldOut';
import { unseenAttacks, unseenHarmless } from '../../core/injection/unseen';

/** Wordings that nothing is learnt from or tuned to. */
export const measured: Readonly<Record<string, readonly string[]>> = {
  'held out': Object.values(heldOutAttacks).flat(),
  'held out, harmless': Object.values(heldOutHarmless).flat(),
  unseen: unseenAttacks,
  'unseen, harmless': unseenHarmless,
  'held back': heldBack.flatMap(family => textsOf(family, 40)),
};
