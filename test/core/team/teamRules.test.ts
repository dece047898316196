import assert from 'node:assert/strict';
import { sample } from '../../../src/core/detectors/sample';
import type { ScanResult } from '../../../src/core/model';
import { createScanner } from '../../../src/core/scan';
import { readSettings } from '../../../src/core/settings';
import { createCompiler } from '../../../src/core/team/compiler';
import { layerRules } from '../../../src/core/team/layerRules';
import { compileLinear } from '../../../src/core/team/linearPattern';
import { patternSize } from '../../../src/core/team/patternSize';
import { type DetectorEntry, readSettingsRules } from '../../../src/core/team/settingsRules';
import type { TeamRule } from '../../../src/core/team/teamRule';
import { leastCpuTime } from '../../cpuTime';

const acme: DetectorEntry = {
  id: 'secret/team-acme-key',
  title: 'Acme key',
  keywords: ['acme_'],
  pattern: 'acme_[a-z0-9]{32}\\b',
  hits: ['key = ‹acme_{lowernum:32}›'],
  misses: ['acme_{lowernum:12}'],
};
const key = sample('acme_{lowernum:32}', 7);

describe("the team's own rules", () => {
  it('are tried on their examples before they are applied', () => {
    const entries: [change: Partial<DetectorEntry>, problem: RegExp | undefined][] = [
      [{}, undefined],
      [{ hits: [{ text: `key=${key};`, secret: key }] }, undefined],
      [{ pattern: 'x-acme_: ([a-z0-9]{8})', secretGroup: 1, hits: ['x-acme_: ‹{lowernum:8}›'] }, undefined],
      [{ pattern: 'x-acme_: (?P<secret>[a-z0-9]{8})', hits: ['x-acme_: ‹{lowernum:8}›'] }, undefined],
      [{ keywords: ['ACME_'] }, undefined],
      [{ pattern: 'acme_[a-z0-9]{40}' }, /hits\[0\] is not found; this rule is not applied$/],
      [{ pattern: 'acme_[a-z0-9]{30}' }, /hits\[0\] is not found as it is marked/],
      [{ keywords: ['globex'] }, /hits\[0\] is not found: none of its keywords stands in it/],
      [{ hits: ['key = acme_{lowernum:32}'] }, /hits\[0\] marks no secret/],
      [{ hits: [{ text: 'nothing here', secret: key }] }, /hits\[0\]: its secret doesn't stand in its text/],
      [{ misses: ['fine', 'acme_{lowernum:32}'] }, /misses\[1\] is found/],
      [{ entropy: 6 }, /hits\[0\] is not found/],
      [{ allow: { stopWords: ['ACME'] } }, /hits\[0\] is not found/],
      [{ allow: { patterns: ['(?=x)'] } }, /allow-list: number 1: the pattern looks ahead/],
      [{ hits: ['‹acme_{lowernum:999999999}›'] }, /more than 999 characters/],
      [{ pattern: 'acme_(' }, /the pattern is broken: missing closing \)/],
      [{ pattern: '(?<=acme_)x' }, /looks ahead or behind/],
      [{ pattern: 'acme_(?!x)' }, /looks ahead or behind/],
      [{ pattern: '(acme_)\\1' }, /refers back to a group/],
      [{ pattern: 'acme_|' }, /matches the empty text/],
      [{ pattern: '(?:acme_[a-z]{0,999}){1}[a-z]{0,999}[a-z]{0,999}[a-z]{0,999}' }, /too large/],
      [{ pattern: 'acme_x{1001}' }, /broken: invalid repeat count/],
      [{ secretGroup: 3 }, /0 groups, there is no group 3/],
    ];
    for (const [change, problem] of entries) {
      const { rules, faults } = readSettingsRules([{ ...acme, ...change }]);
      assert.equal(rules.length, problem ? 0 : 1, JSON.stringify([change, faults]));
      if (!problem) continue;
      assert.equal(faults[0]?.where, 'lockside.detectors[0]');
      assert.match(faults[0]?.message ?? '', problem);
      assert.ok(!faults[0]?.message.includes(key), 'a fault holds no value');
    }
  });

  it('have ids of their own', () => {
    const { rules, faults } = readSettingsRules([acme, { ...acme, title: 'Other' }]);
    assert.deepEqual(
      [rules.map(it => it.detector.title), faults.map(it => it.where)],
      [['Acme key'], ['lockside.detectors[1]']],
    );
  });

  it('come from trusted workspaces and from the user', () => {
    const layers: [layer: 'workspace' | 'user', tightenOnly: boolean, count: number][] = [
      ['workspace', false, 1],
      ['workspace', true, 0],
      ['user', true, 1],
    ];
    for (const [layer, tightenOnly, count] of layers) {
      const settings = readSettings({ 'lockside.detectors': [acme] }, layer, tightenOnly);
      assert.deepEqual(settings.faults, []);
      assert.equal(layerRules(settings, () => 0).rules.length, count, layer);
    }
  });

  it('are checked by the schema first', () => {
    const wrong: [change: object, message: RegExp][] = [
      [{ id: 'secret/acme' }, /^id: /],
      [{ id: 'secret/team-Acme' }, /^id: /],
      [{ keywords: [] }, /^keywords: /],
      [{ keywords: ['ab'] }, /^keywords\.0: /],
      [{ keywords: ['schlüssel'] }, /^keywords\.0: /],
      [{ keywords: Array.from({ length: 21 }, (_, at) => `word${at}`) }, /^keywords: /],
      [{ pattern: 'x'.repeat(501) }, /^pattern: /],
      [{ hits: [] }, /^hits: /],
      [{ hits: [3] }, /^hits/],
      [{ hits: undefined }, /hits/],
      [{ tier: 'sure' }, /^tier: /],
      [{ other: 1 }, /other/],
    ];
    for (const [change, message] of wrong) {
      const entry: unknown = JSON.parse(JSON.stringify({ ...acme, ...change }));
      const { values, faults } = readSettings({ 'lockside.detectors': [entry] }, 'workspace', false);
      assert.deepEqual(
        [values.detectors, faults.map(it => it.where)],
        [[], ['lockside.detectors[0]']],
        String(message),
      );
      assert.match(faults[0]?.message ?? '', message);
    }
  });

  it('find what they describe, and say whose rule it was', () => {
    const [finding] = scan(`token: ${key}\n`, rulesOf(acme)).findings;
    assert.deepEqual(
      [
        finding?.start,
        finding?.end,
        finding?.detector,
        finding?.kind,
        finding?.title,
        finding?.severity,
        finding?.tier,
      ],
      [7, 7 + key.length, 'secret/team-acme-key', 'secret', 'Acme key', 'error', 'certain'],
    );
    assert.match(finding?.reason ?? '', /rule of the team/);
  });

  it('leave alone what they let go, and their own examples', () => {
    const other = sample('acme_{lowernum:32}', 8);
    const entry: DetectorEntry = {
      ...acme,
      hits: [{ text: `x ${other}`, secret: other }],
      allow: { paths: ['^docs/'], patterns: ['^acme_x'], stopWords: ['q9q9'] },
    };
    const cases: [text: string, path: string, count: number][] = [
      [key, 'src/a.ts', 1],
      [other, 'src/a.ts', 0],
      [key, 'docs/a.md', 0],
      [`acme_x${key.slice(6)}`, 'src/a.ts', 0],
      [`${key.slice(0, -4)}Q9q9`.toLowerCase(), 'src/a.ts', 0],
    ];
    for (const [text, path, count] of cases)
      assert.equal(scan(text, rulesOf(entry), path).findings.length, count, path);
  });

  it('add to what is found and never take from it', () => {
    const token = sample('ghp_{alnum:30}{crc62:6}', 3);
    const ask = (id: `secret/team-${string}`, pattern: string, tier: 'certain' | 'possible' = 'certain') =>
      ({ ...acme, id, pattern, tier, keywords: [], hits: ['‹x›'] }) as DetectorEntry;
    const rules = (...entries: DetectorEntry[]) => entries.flatMap(entry => forced(entry));
    const cases: [rules: TeamRule[], spans: string[]][] = [
      [rules(ask('secret/team-inside', token.slice(6, 12))), [token]],
      [rules(ask('secret/team-head', `= ${token.slice(0, 8)}`)), ['= ', token]],
      [rules(ask('secret/team-tail', `${token.slice(-5)};;`)), [token, ';;']],
      [rules(ask('secret/team-over', `key = ${token};`)), [`key = ${token};`]],
      [rules(ask('secret/team-over', `key = ${token};`, 'possible')), [token]],
      [rules(ask('secret/team-apart', 'after')), [token, 'after']],
    ];
    for (const [team, spans] of cases) {
      const text = `key = ${token};; after`;
      const { findings } = scan(text, team);
      assert.deepEqual(
        findings.map(it => text.slice(it.start, it.end)),
        spans,
        team[0]?.detector.id,
      );
    }
  });

  it('are found again after an edit as in a whole scan', () => {
    const rules = rulesOf(acme, {
      ...acme,
      id: 'secret/team-bare',
      keywords: [],
      pattern: 'zz[0-9]{8}',
      hits: ['‹zz12345678›'],
    });
    const scanner = createScanner({ fingerprint, team: () => rules });
    const filler = 'const answer = 42; // zz\n'.repeat(3000);
    const before = `${key}\n${filler}zz12345679\n${filler}${key}\n`;
    for (const at of [0, 1, filler.length + key.length + 4, before.length - 1]) {
      const text = `${before.slice(0, at)} ${key} ${before.slice(at)}`;
      const edit = { start: at, oldEnd: at, newEnd: at + key.length + 2 };
      assert.deepEqual(scanner.rescan(text, scanner.scan(before), edit), scanner.scan(text));
    }
  });

  it('see the text around their slices, and nothing that a slice cuts', () => {
    const filler = 'x'.repeat(8190);
    const texts: [pattern: string, text: string, count: number][] = [
      ['^zz[0-9]{4}', `zz1234 ${filler} zz1234`, 1],
      ['\\bzz[0-9]{4}\\b', `azz1234 ${filler}zz1234 zz1234a zz1234`, 1],
      ['zz[0-9]{4}$', `zz1234 ${filler} zz1234`, 1],
      ['zz[0-9]{4}', `${filler}zz1234${filler}zz1234`, 2],
      ['(?s)zz.*', `zz${'y'.repeat(20_000)}`, 0],
      ['zz.', `zz😀 zz\ud800`, 2],
    ];
    for (const [pattern, text, count] of texts) {
      for (const keywords of [[], ['zz']]) {
        const [rule] = forced({ ...acme, pattern, keywords });
        assert.equal(scan(text, [rule!]).findings.length, count, `${pattern} ${keywords}`);
      }
    }
  });

  it('cost time in proportion to the text, whatever they say', () => {
    const patterns = [
      '(a+)+$',
      '(a|aa)+!',
      '(a*)*b',
      '(?:a?){200}a{200}',
      'a[^z]*z|a',
      '(a{0,500}){1}a{0,500}[xy]',
      '.*.*.*=',
    ];
    for (const pattern of patterns) {
      for (const keywords of [[], ['aaa']]) {
        const [rule] = forced({ ...acme, pattern, keywords });
        if (!rule) continue;
        const hostile = () =>
          createScanner({ fingerprint, detectors: [], team: () => [rule], now: () => performance.now() }).scan(
            `${'a'.repeat(100_000)}!`,
          );
        assert.ok(leastCpuTime(3000, hostile) < 3000, pattern);
      }
    }
  }).timeout(120_000);

  it('end with a fault where they take too long or match everything', () => {
    let now = 0;
    const [slow] = forced({ ...acme, keywords: [], pattern: 'a' });
    const clock = () => (now += 100);
    const timed = createScanner({ fingerprint, detectors: [], team: () => [slow!], now: clock });
    assert.match(timed.scan('b'.repeat(100_000)).faults[0]?.message ?? '', /takes too long/);
    const { faults } = scan('a'.repeat(20_000), [slow!]);
    assert.deepEqual([faults[0]?.code, faults[0]?.where], ['detector', acme.id]);
    assert.match(faults[0]?.message ?? '', /more than 10000 times/);
  });

  it('cost no more where a text repeats their keyword', () => {
    const rules = rulesOf(acme);
    assert.ok(leastCpuTime(3000, () => scan('acme_'.repeat(200_000), rules)) < 3000);
  }).timeout(60_000);
});

describe('linear patterns', () => {
  it('are measured before they are compiled', () => {
    const sizes: [pattern: string, least: number, most: number][] = [
      ['acme_[a-z0-9]{32}', 37, 37],
      ['(?i)[^]a]{2,20}\\]{3}', 20, 30],
      ['(?:a(?P<x>bc){10}){100}', 2000, 2200],
      ['\\p{L}{1000}\\x{41}', 1000, 1005],
      ['[[:alpha:]]{9}', 9, 9],
      ['a{1000}'.repeat(700), 700_000, 700_000],
      [`(${'a'.repeat(4000)}){1000}`, 4_000_000, 4_000_000],
      ['((((', 0, 4],
      [')))){5}', 0, 20],
    ];
    for (const [pattern, least, most] of sizes) {
      const size = patternSize(pattern);
      assert.ok(size >= least && size <= most, `${pattern.slice(0, 40)} has ${size}`);
    }
    for (const open of ['(', '[', '\\', '{1', '(?P<', '[[:', '\\p{'])
      assert.ok(leastCpuTime(300, () => patternSize(open.repeat(2500))) < 300, open);
  });

  it('of one source have a time and a size in all', () => {
    let now = 0;
    const timed = createCompiler(() => now);
    assert.ok(!('problem' in timed.rule('a')));
    now = 3000;
    assert.deepEqual(timed.rule('a'), { problem: 'the patterns before it took too long' });
    const counted = createCompiler();
    const problems = Array.from({ length: 30 }, () => counted.allowed('a{999}')).filter(it => 'problem' in it);
    assert.equal(problems.length, 30 - 20);
  });

  it('take the group that is asked for', () => {
    const cases: [pattern: string, group: number | 'first' | undefined, secret: string][] = [
      ['k=(a)(b)', undefined, 'k=ab'],
      ['k=(a)(b)', 2, 'b'],
      ['k=(a)(b)', 0, 'k=ab'],
      ['k=(x)?(ab)', 'first', 'ab'],
      ['k=ab', 'first', 'k=ab'],
      ['k=(?P<secret>a)b', undefined, 'a'],
      ['k=(?<secret>a)b', undefined, 'a'],
    ];
    for (const [source, group, secret] of cases) {
      const pattern = compileLinear(source, group);
      assert.ok(!('problem' in pattern));
      const [match] = pattern.matches('k=ab', 0, 4);
      assert.equal('k=ab'.slice(match?.secret.start, match?.secret.end), secret, source);
    }
  });
});

const fingerprint = () => '0'.repeat(16);

function rulesOf(...entries: DetectorEntry[]): readonly TeamRule[] {
  const { rules, faults } = readSettingsRules(entries);
  assert.deepEqual(faults, []);
  return rules;
}

/** Rules that are made ready whatever their examples say. */
function forced(entry: DetectorEntry): TeamRule[] {
  return readSettingsRules([{ ...entry, hits: [], misses: [] }]).rules;
}

function scan(text: string, team: readonly TeamRule[], path?: string): ScanResult {
  return createScanner({ fingerprint, team: () => team }).scan(text, { path });
}
