import { type Detector, type Match, nearness, reach } from './detectors/detector';
import { hasRun } from './detectors/hasRun';
import { closesToken, opensToken } from './detectors/tokenBoundary';
import { type Gate, gateOf, passes } from './gate';
import { isDummy } from './judge/judgeDummy';
import type { Severity, Source, Span, Tier } from './model';

/** A confirmed match of one detector. */
export interface Candidate extends Span {
  readonly detector: Detector;
  readonly tier: Tier;
  readonly reason: string;
  /** Where it differs from the detector's. */
  readonly severity?: Severity;
  readonly harmless?: boolean;
  /** Where else the same holds. */
  readonly also?: readonly Span[];
}

/** A detector, and what it is tried with: made when its keyword is first met, because most never are. */
export interface Probe {
  readonly detector: Detector;
  tools: Tools | undefined;
}

interface Tools {
  readonly gate: Gate;
  readonly run: number;
  readonly lead: number;
  /** The match begins with the token itself, so its left side can be checked before the pattern is tried. */
  readonly bare: boolean;
  /** A group marks the secret. */
  readonly marked: boolean;
  expression: RegExp | undefined;
  /** The same, telling where the group `secret` stands, which costs more. */
  exact: RegExp | undefined;
}

/** Tries a detector at its keyword, which stands in `text[at, end)`. What costs least is asked first. */
export function tryProbe(
  probe: Probe,
  text: string,
  at: number,
  end: number,
  source: Source | undefined,
): Candidate | undefined {
  probe.tools ??= toolsOf(probe.detector);
  const { tools } = probe;
  if (tools.lead > 0) return tryAround(probe.detector, tools, text, at, source);
  if (!passes(tools.gate, text, at)) return undefined;
  if (tools.bare && !opensToken(text, at)) return undefined;
  if (probe.detector.glance?.(text, at, source) === false) return undefined;
  if (tools.run > 0 && !hasRun(text, end, nearness, tools.run)) return undefined;
  const result = execAt(expressionOf(probe.detector, tools), text, at);
  return result && confirm(probe.detector, toMatch(probe.detector, tools, text, at, result, source));
}

/** Tries each start within the lead, the farthest first, so that no search can go on beyond the keyword. */
function tryAround(
  detector: Detector,
  tools: Tools,
  text: string,
  at: number,
  source: Source | undefined,
): Candidate | undefined {
  for (let start = Math.max(0, at - tools.lead); start <= at; start++) {
    if (!passes(tools.gate, text, start)) continue;
    const result = execAt(expressionOf(detector, tools), text, start);
    if (result && start + result[0].length > at)
      return confirm(detector, toMatch(detector, tools, text, start, result, source));
  }
  return undefined;
}

function toolsOf(detector: Detector): Tools {
  const { lead = 0, boundary, run = 0 } = detector;
  // What asks for a run is told by a vendor's name, so that the secret is a part of the match.
  const marked = run > 0 || detector.pattern.source.includes('(?<secret>');
  return {
    // Where a run is asked for, the keyword stands for the pattern's beginning.
    gate: run > 0 ? [] : gateOf(detector.pattern),
    run,
    lead,
    bare: !marked && lead === 0 && boundary !== 'none',
    marked,
    expression: undefined,
    exact: undefined,
  };
}

function expressionOf({ pattern }: Detector, tools: Tools): RegExp {
  tools.expression ??= sticky(pattern);
  return tools.expression;
}

function sticky({ source, flags }: RegExp, more = ''): RegExp {
  return new RegExp(source, `${flags.replace(/[dgy]/g, '')}y${more}`);
}

function execAt(expression: RegExp, text: string, at: number): RegExpExecArray | undefined {
  expression.lastIndex = at;
  const result = expression.exec(text);
  return result && result[0].length <= reach ? result : undefined;
}

function toMatch(
  detector: Detector,
  tools: Tools,
  text: string,
  at: number,
  result: RegExpExecArray,
  source: Source | undefined,
): Match {
  const [start, end] = secretIn(detector, tools, text, at) ?? [at, at + result[0].length];
  return { text, at, start, end, value: text.slice(start, end), groups: result.groups ?? {}, source };
}

function secretIn(detector: Detector, tools: Tools, text: string, at: number): [number, number] | undefined {
  if (!tools.marked) return undefined;
  tools.exact ??= sticky(detector.pattern, 'd');
  return execAt(tools.exact, text, at)?.indices?.groups?.secret;
}

function confirm(detector: Detector, match: Match): Candidate | undefined {
  if (detector.boundary !== 'none' && !(opensToken(match.text, match.start) && closesToken(match.text, match.end)))
    return undefined;
  if (!detector.judged && detector.id.startsWith('secret/') && isDummy(match.value)) return undefined;
  const verdict = detector.accept ? detector.accept(match) : {};
  if (!verdict) return undefined;
  const start = verdict.start ?? match.start;
  const end = verdict.end ?? match.end;
  if (start >= end || isPlaceholder(match.text, start, end)) return undefined;
  return {
    detector,
    start,
    end,
    tier: verdict.tier ?? detector.tier,
    reason: verdict.reason ?? `the format of a ${detector.title}`,
    ...(verdict.severity || verdict.harmless ? { severity: verdict.severity ?? 'information' } : {}),
    ...(verdict.harmless ? { harmless: true } : {}),
    ...(verdict.also && verdict.also.length > 0 ? { also: verdict.also } : {}),
  };
}

/** What already stands for a value is none. */
function isPlaceholder(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  return (first === 83 || first === 80) && end - start < 80 && placeholder.test(text.slice(start, end));
}

const placeholder = /^(?:SECRET|PII)_[A-Z\d_]*_\d{1,6}Z?$/;
