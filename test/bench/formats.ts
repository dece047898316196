import type { Detector } from '../../src/core/detectors/detector';
import { detectors } from '../../src/core/detectors/index';
import { sample } from '../../src/core/detectors/sample';
import { createScanner } from '../../src/core/scan';

/** What stands before and behind a value. */
const places: Readonly<Record<string, (name: string) => readonly [string, string]>> = {
  environment: name => [`NODE_ENV=production\n${name.toUpperCase()}_API_KEY=`, '\nPORT=80\n'],
  JSON: name => [`{\n  "${name}ApiKey": "`, '",\n  "retries": 3\n}'],
  YAML: name => [`services:\n  ${name}:\n    api_key: `, '\n    retries: 3\n'],
  JavaScript: name => [`import x from 'x';\nconst ${name}Token = '`, "';\nrun(x);\n"],
  Python: name => [`${name.toUpperCase()}_SECRET = "`, '"\nclient = Client()\n'],
  command: name => [`curl -H "X-${name}-Key: `, `" https://api.${name}.com/v1/items\n`],
  address: name => [`https://api.${name}.com/v1/items?access_key=`, '&page=2\n'],
  sentence: name => [`The ${name} token is `, ', please rotate it.\n'],
  XML: name => [`<add key="${name}Secret" value="`, '" />\n'],
};

/**
 * How many of our own formats are found in usual places beside those of their examples, with exact spans, and how many of
 * them still are with a sign in their midst that no key holds. `npx tsx test/bench/formats.ts`, with a part of an id for one.
 */
const { scan } = createScanner({ fingerprint: () => '0'.repeat(16) });
const tallies = new Map<string, { cases: number; found: number; exact: number; broken: number }>();
const unfound: string[] = [];
for (const detector of detectors.filter(it => isFormat(it) && it.id.includes(process.argv[2] ?? ''))) measure(detector);
for (const [place, { cases, found, exact, broken }] of tallies) {
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  console.log(
    `${place.padEnd(14)} ${share(found, cases)} of ${cases} found, ${share(exact, found)} exact; broken: ${share(broken, cases)}`,
  );
}
console.log(`found in none of these places: ${unfound.length} of the formats\n${unfound.join(' ')}`);

/** Entries for a value in a place of its own, such as an address, are left to their examples. */
function isFormat({ id, pattern, judged, keywords }: Detector): boolean {
  return (
    id.startsWith('secret/') && !judged && /\(\?<word>|^(?!.*\(\?<secret>)/.test(pattern.source) && keywords.length > 0
  );
}

function measure(detector: Detector): void {
  const name = (detector.keywords[0] as string).replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '');
  const near = detector.pattern.source.includes('(?<word>');
  let met = false;
  for (const value of valuesOf(detector)) {
    for (const [place, put] of Object.entries(places)) {
      const tally = tallies.get(place) ?? { cases: 0, found: 0, exact: 0, broken: 0 };
      tallies.set(place, tally);
      const [before, after] = put(near ? name : 'service');
      const hit = find(before, value, after);
      tally.cases++;
      if (hit) tally.found++;
      if (hit?.start === before.length && hit.end === before.length + value.length) tally.exact++;
      met ||= hit !== undefined;
      const middle = Math.floor(value.length / 2);
      const wrong = find(before, `${value.slice(0, middle)}?${value.slice(middle + 1)}`, after, true);
      if (wrong && wrong.detector === detector.id) tally.broken++;
    }
  }
  if (!met) unfound.push(detector.id);
}

function valuesOf({ hits }: Detector): string[] {
  const marked = hits.flatMap((hit, seed) => /‹(.*)›/s.exec(sample(hit, seed + 100))?.[1] ?? []);
  return marked.filter(it => !it.includes('\n')).slice(0, 2);
}

function find(before: string, value: string, after: string, touched = false) {
  const end = before.length + value.length;
  return scan(before + value + after).findings.find(
    it =>
      it.tier !== 'possible' &&
      (touched ? it.start < end && it.end > before.length : it.start <= before.length && it.end >= end),
  );
}
