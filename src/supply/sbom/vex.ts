import { type DocumentStamp, writeCycloneDx } from '../../core/cycloneDx';
import type { Advisory } from '../../core/packages';

/** What people decided about an advisory on a package. */
export interface VexStatement {
  readonly advisory: Advisory;
  readonly purl: string;
  /** Why it was accepted; undefined where nobody has said anything. */
  readonly reason?: string;
  /** The last day that it holds, `YYYY-MM-DD`. */
  readonly expires?: string;
}

type Status = 'affected' | 'not_affected' | 'under_investigation';

/**
 * What is claimed: an acceptance alone doesn't say that nothing can happen, so `not affected` has to stand at the beginning of its
 * reason, or `false positive`.
 */
function statusOf({ reason }: VexStatement): Status {
  if (reason === undefined) return 'under_investigation';
  return /^\W*(?:not[ -]affected|false[ -]positive)/i.test(reason) ? 'not_affected' : 'affected';
}

/** Writes an OpenVEX document, version 0.2.0. */
export function toOpenVex(statements: readonly VexStatement[], stamp: DocumentStamp): string {
  const document = {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': `urn:uuid:${stamp.id}`,
    author: 'lockside',
    timestamp: stamp.time,
    version: 1,
    tooling: `lockside ${stamp.version}`,
    statements: statements.map(openVexStatement),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function openVexStatement(statement: VexStatement): object {
  const { advisory, purl } = statement;
  const status = statusOf(statement);
  const text = withExpiry(statement);
  return {
    vulnerability: { name: advisory.id, ...(advisory.aliases.length > 0 ? { aliases: advisory.aliases } : {}) },
    products: [{ '@id': purl, identifiers: { purl } }],
    status,
    ...(status === 'not_affected' ? { impact_statement: text } : {}),
    ...(status === 'affected' ? { action_statement: text } : {}),
  };
}

function withExpiry({ reason = '', expires }: VexStatement): string {
  return expires === undefined ? reason : `${reason} (until ${expires})`;
}

/** Writes a CycloneDX VEX document: vulnerabilities with analyses, about package URLs. */
export function toCycloneDxVex(statements: readonly VexStatement[], stamp: DocumentStamp): string {
  const purls = Array.from(new Set(statements.map(({ purl }) => purl))).sort();
  return writeCycloneDx(stamp, {
    components: purls.map(purl => ({ type: 'library', 'bom-ref': purl, name: purl, purl })),
    vulnerabilities: statements.map(vulnerabilityOf),
  });
}

function vulnerabilityOf(statement: VexStatement): object {
  const { advisory, purl, expires } = statement;
  const { id, aliases, summary, score, severity } = advisory;
  return {
    id,
    ...(aliases.length > 0
      ? { references: aliases.map(alias => ({ id: alias, source: { name: sourceOf(alias) } })) }
      : {}),
    source: { name: sourceOf(id) },
    ratings: [{ ...(score === undefined ? {} : { score }), severity: severity === 'moderate' ? 'medium' : severity }],
    ...(summary === '' ? {} : { description: summary }),
    analysis: analysisOf(statement),
    affects: [{ ref: purl }],
    ...(expires === undefined ? {} : { properties: [{ name: 'lockside:expires', value: expires }] }),
  };
}

function sourceOf(id: string): string {
  return id.startsWith('CVE-') ? 'NVD' : id.startsWith('GHSA-') ? 'GitHub Advisories' : 'OSV';
}

function analysisOf(statement: VexStatement): object {
  const detail = withExpiry(statement);
  switch (statusOf(statement)) {
    case 'not_affected':
      return { state: /^\W*false/i.test(detail) ? 'false_positive' : 'not_affected', detail };
    case 'affected':
      return { state: 'exploitable', response: ['will_not_fix'], detail };
    default:
      return { state: 'in_triage' };
  }
}
