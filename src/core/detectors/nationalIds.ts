import type { Detector } from './detector';
import { identity } from './identity';
import { africa } from './states/africa';
import { americas } from './states/americas';
import { asia } from './states/asia';
import { businesses } from './states/businesses';
import { easternEurope } from './states/easternEurope';
import { northernEurope } from './states/northernEurope';
import type { StateId } from './states/stateId';
import { westernEurope } from './states/westernEurope';

/** Numbers by which states know people, country by country. */
export const personalIds: readonly StateId[] = [
  ...westernEurope,
  ...northernEurope,
  ...easternEurope,
  ...americas,
  ...asia,
  ...africa,
];

/** Numbers of businesses, which may be one person. */
export const businessIds: readonly StateId[] = businesses;

/** Each of them where its own name stands near. */
export const nationalIds: readonly Detector[] = [
  ...personalIds.map(it => toDetector(it)),
  ...businessIds.map(it => toDetector(it, 'information')),
];

function toDetector({ name, title, words, form, valid }: StateId, severity?: 'information'): Detector {
  return identity({
    name,
    title,
    words,
    // Read when its name is first met.
    get value() {
      return form.source;
    },
    get example() {
      return form.template;
    },
    valid,
    ...(severity ? { severity } : {}),
  });
}
