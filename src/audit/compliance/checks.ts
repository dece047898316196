import type { FrameworkId } from './frameworks';

/** What Lockside looks at, and the controls that it says something about. */
export interface Check {
  readonly id: string;
  /** Controls by framework, without its prefix. A cell that no source confirms is left out. */
  readonly controls: Partial<Readonly<Record<FrameworkId, readonly string[]>>>;
  /** Detectors whose findings break it, and whose values support it where they were held back. */
  readonly detectors?: RegExp;
  /** Only findings in files of such paths. */
  readonly paths?: RegExp;
  /** Only events on their way to such destinations, as `kind:name`. */
  readonly destinations?: RegExp;
  /** Which part of the project has to have been looked at before "nothing was found" says anything. */
  readonly looked?: 'scan' | 'packages' | 'agents';
}

const to = (
  ...[gdpr, hipaa, ccpa, pci, aiAct, nist, iso, soc2, llm, agentic, atlas]: readonly string[]
): Check['controls'] => {
  const cells = {
    ...{ gdpr, hipaa, ccpa, pci, 'ai-act': aiAct, 'nist-ai-rmf': nist, 'iso-42001': iso, soc2 },
    ...{ 'owasp-llm': llm, 'owasp-agentic': agentic, atlas },
  };
  return Object.fromEntries(
    Object.entries(cells).flatMap(([id, cell]) => (cell ? [[id, cell.split('; ')] as const] : [])),
  );
};

/**
 * Gathered in November 2026 from the texts of the frameworks; a column each in the order of `frameworks`. Cells that could not be
 * confirmed in a source (CCPA of the inventory and of sign-offs) stand empty.
 */
export const checks: readonly Check[] = [
  {
    id: 'secrets',
    detectors: /^(?:secret\/|agent\/(?:inline-secret|token-age)$)/,
    looked: 'scan',
    controls: to(
      ...['32; 5(1)(f)', '164.312(a)(1); 164.312(d)', '.100(e); .150', '8.3.2; 8.6.2', '15(5)', 'MEASURE 2.7'],
      ...['6.2.6; 9.2', 'CC6.1; CC6.7', '02', '03', 'T0055; T0057; T0083'],
    ),
  },
  {
    id: 'personal-data',
    detectors: /^pii\//,
    looked: 'scan',
    controls: to(
      ...['5(1)(c); 9; 25; 32(1)(a)', '164.502(b); 164.514(b)', '.100(c); .121', '3.3.1; 3.4.1; 3.5.1; 4.2.2', '10(5)'],
      ...['MEASURE 2.10', '7.2; 7.4', 'C1.1', '02', '', 'T0057'],
    ),
  },
  {
    id: 'test-data',
    detectors: /^pii\//,
    paths: /(?:^|\/)(?:tests?|specs?|fixtures?|__tests__|testdata)\//i,
    looked: 'scan',
    controls: to(...['5(1)(b)', '164.502(b)', '.100(c)', '6.5.5; 6.5.6', '10', 'MEASURE 2.10', '7.6', 'C1.1', '02']),
  },
  {
    id: 'destinations',
    controls: to(
      ...['28; 44-49', '164.308(b); 164.504(e)', '.100(d)', '12.8.2-12.8.5', '25; 26', 'GOVERN 6.1; MANAGE 3.1'],
      ...['10.2; 10.3', 'CC9.2', '03', '04', 'T0010'],
    ),
  },
  {
    id: 'injection',
    detectors: /^(?:injection\/|hidden\/|agent\/(?:hidden-text|injected-instruction|untrusted-workflow)$)/,
    looked: 'scan',
    controls: to(
      ...['32', '164.308(a)(5)(ii)(B)', '.100(e)', '6.2.4', '15(5)', 'MEASURE 2.7', '6.2.4', 'CC7.1', '01', '01; 06'],
      'T0051.001; T0068; T0080',
    ),
  },
  {
    id: 'agent-configuration',
    detectors: /^agent\/(?:self-trust|repository-hook|foreign-base-url|remote-schema)$/,
    looked: 'agents',
    controls: to(
      ...['32', '164.312(c)(1)', '.100(e)', '11.5.2', '15(5)', 'MEASURE 2.7', '6.2.6', 'CC6.8; CC8.1', '03', '04; 05'],
      'T0081',
    ),
  },
  {
    id: 'mcp',
    detectors:
      /^agent\/(?:tool-[\w-]+|typosquat|unpinned-package|unlisted-server|no-authentication|plain-http|tls-off|bind-address)$/,
    looked: 'agents',
    controls: to(
      ...['28; 32', '164.308(b)', '.100(e)', '12.8', '25', 'MANAGE 3.1', '10.3', 'CC9.2', '03', '02; 04'],
      'T0110; T0109; T0104',
    ),
  },
  {
    id: 'exfiltration',
    detectors: /^(?:secret|pii|class)\//,
    destinations: /^(?:network|command|tool):/,
    controls: to(
      ...['32; 33', '164.312(e)(1)', '.150', '4.2.1', '15(5)', 'MEASURE 2.7', '6.2.6', 'CC6.7', '02; 05', '02'],
      'T0086; T0077; T0025',
    ),
  },
  {
    id: 'agency',
    detectors: /^agent\/(?:auto-approve|wide-filesystem|wide-permissions|shell-command|container)$/,
    looked: 'agents',
    controls: to(
      ...['22; 32', '164.312(a)(1)', '', '7.2', '14', 'MANAGE 2.4', '9.2', 'CC6.3', '06', '02; 10', 'T0053; T0101'],
    ),
  },
  {
    id: 'packages',
    detectors: /^(?:supply\/(?!licence$)|agent\/(?:encoded-prerequisite|extension-pivot|postinstall-agent)$)/,
    looked: 'packages',
    controls: to(
      ...['32', '164.308(a)(1)', '.100(e)', '6.3.2; 6.3.3', '15', 'GOVERN 6.1', '4.4; 10.3', 'CC7.1', '03', '04'],
      'T0010.001; T0011.001; T0060',
    ),
  },
  {
    id: 'models',
    controls: to(
      ...['32', '164.312(c)(1)', '', '6.3.2', '10; 15', 'MANAGE 3.2', '7.3; 7.5', 'CC8.1', '04', ''],
      'T0010.003; T0018; T0020; T0058',
    ),
  },
  {
    id: 'inventory',
    controls: to(
      ...['5(2); 30', '164.308(a)(1)(ii)(A)', '', '6.3.2; 12.5', '11; 13; 53; Annex IV', 'GOVERN 1.6; MAP 4.1'],
      ...['4.2-4.5; 6.2.7; 8.2', 'CC3.2', '03', '', 'M0023'],
    ),
  },
  {
    id: 'audit-log',
    controls: to(
      ...['5(2); 32', '164.312(b)', '', '10.2; 10.3.4', '12', 'MEASURE 2.8; MANAGE 4.1', '6.2.8', 'CC7.2', '', ''],
      'M0024',
    ),
  },
  {
    id: 'kept-half-year',
    controls: to('', '', '', '', '19; 26(6)'),
  },
  { id: 'kept-year', controls: to('', '', '', '10.5.1') },
  {
    id: 'drift',
    controls: to(
      ...['32', '164.308(a)(1)(ii)(D)', '', '10.4', '15; 72', 'MEASURE 2.4; MANAGE 4.1', '6.2.6', 'CC7.2', '09; 10'],
      ...['08', 'T0034'],
    ),
  },
  {
    id: 'sign-off',
    controls: to(
      ...[
        '22; 35',
        '',
        '',
        '6.2.3',
        '9; 14; 27',
        'GOVERN 2.1; MEASURE 2.11',
        '5.2; 6.2.5',
        'CC8.1',
        '09',
        '09',
        'M0029',
      ],
    ),
  },
  {
    id: 'incident',
    controls: to(
      ...['33; 34', '164.308(a)(6); 164.404-164.408', '.150', '12.10.1; 12.10.7', '73', 'MANAGE 4.3', '8.4'],
      'CC7.4; CC7.5',
    ),
  },
];
