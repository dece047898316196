import type { Frameworks, Level } from '../../core/agents';
import type { Severity } from '../../core/model';

/** What a check is called, how bad it is unless it says otherwise, and where the catalogues have it. */
export interface CheckFacts {
  readonly title: string;
  readonly level: Level;
  readonly frameworks: Frameworks;
}

function facts(title: string, level: Level, mcp: string, llm: string, asi: string, atlas = ''): CheckFacts {
  const ids = (prefix: string, list: string) =>
    list
      .split(' ')
      .filter(Boolean)
      .map(id => `${prefix}${id}`);
  return {
    title,
    level,
    frameworks: { mcp: ids('MCP', mcp), llm: ids('LLM', llm), asi: ids('ASI', asi), atlas: ids('AML.', atlas) },
  };
}

/** OWASP MCP Top 10 (beta), LLM Top 10 2025, Agentic Top 10 2026, MITRE ATLAS. */
export const checkFacts = {
  'agent/inline-secret': facts('Secret in an AI configuration', 'critical', '01', '02', '03', 'T0055'),
  'agent/plain-http': facts('Server without encryption', 'high', '07', '02', '07', 'T0057'),
  'agent/tls-off': facts('Certificates are not checked', 'high', '07', '02', '07', 'T0057'),
  'agent/no-authentication': facts('Remote server without authentication', 'medium', '07', '06', '03'),
  'agent/token-age': facts('Token that lasts too long', 'medium', '01', '02', '03', 'T0055'),
  'agent/unpinned-package': facts('Server package without a fixed version', 'medium', '04', '03', '04', 'T0010'),
  'agent/typosquat': facts('Package name close to a well-known one', 'high', '04', '03', '04', 'T0010'),
  'agent/container': facts('Unsafe container', 'medium', '04 02', '03 06', '04 05', 'T0010'),
  'agent/shell-command': facts('Shell command instead of a program', 'critical', '05', '06', '05', 'T0053'),
  'agent/wide-filesystem': facts('Access to the whole home or disk', 'high', '02', '06', '03', 'T0053'),
  'agent/auto-approve': facts('Actions run without being asked', 'critical', '02', '06', '02', 'T0053'),
  'agent/hidden-text': facts('Hidden text in instructions', 'high', '03 06', '01', '01', 'T0051.001'),
  'agent/injected-instruction': facts(
    'Instruction that works against the person',
    'high',
    '03 06',
    '01',
    '01',
    'T0051.001',
  ),
  'agent/repository-hook': facts('The repository runs a command by itself', 'high', '05', '03', '05', 'T0053'),
  'agent/foreign-base-url': facts(
    'The repository sends a client to another address',
    'critical',
    '07',
    '02',
    '03',
    'T0057',
  ),
  'agent/self-trust': facts('The repository grants itself trust', 'critical', '02', '06', '03', 'T0053'),
  'agent/encoded-prerequisite': facts(
    'Instructions that fetch or unpack a program',
    'critical',
    '04 05',
    '03',
    '04',
    'T0010 T0053',
  ),
  'agent/extension-pivot': facts('Extension that brings others with it', 'medium', '04', '03', '04', 'T0010'),
  'agent/untrusted-workflow': facts(
    "Strangers' text reaches an agent with rights",
    'critical',
    '06 02',
    '01 06',
    '01 03',
    'T0051.001',
  ),
  'agent/wide-permissions': facts('Workflow with more rights than it needs', 'medium', '02', '06', '03', 'T0053'),
  'agent/remote-schema': facts('Setting that fetches or starts something', 'high', '05', '02', '05', 'T0057'),
  'agent/unlisted-server': facts('Server that the policy does not list', 'medium', '09', '03', '04'),
  'agent/postinstall-agent': facts('Installing starts an AI agent', 'critical', '04 05', '03', '04 05', 'T0010 T0053'),
  'agent/bind-address': facts('Server open to the network', 'high', '07', '06', '07'),
} satisfies Readonly<Record<string, CheckFacts>>;

/** The id of a check, which is the detector of its findings. */
export type CheckId = keyof typeof checkFacts;

/** The model's severity for a level. */
export const severityOfLevel: Readonly<Record<Level, Severity>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'information',
};
