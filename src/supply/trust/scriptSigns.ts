import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Fingerprinter } from '../../core/model';
import type { PackageFinding } from '../../core/packages';
import { type TrustSign, trustFinding } from './trustFinding';

const agents = `(?:claude|codex|gemini|copilot|cursor-agent|opencode|aider|cline|amazonq|q|goose|qwen|droid|amp)`;
const startsAgent = new RegExp(
  String.raw`(?<![\w-])${agents}(?![\w-])[^\n]{0,400}?(--dangerously-[\w-]{1,60}|--yolo|--trust-all-tools|--full-auto|--allow-all-tools|--yes-always|--approval-mode[= ]yolo|--auto-approve[\w-]{0,20}|--no-interactive)`,
  'i',
);
const fetchesCode =
  /(?:curl|wget|iwr|Invoke-WebRequest)\s[^\n]{0,400}?\|\s*(?:sudo\s+)?(?:ba|z|da)?sh\b|(?:ba|z)?sh\s+-c\s+["']?\$\((?:curl|wget)\b|\biex\b[^\n]{0,100}(?:iwr|irm|DownloadString)/i;

/** What the text of an install script says of it by itself; undefined where it is like others. */
export function scriptSign(script: string): TrustSign | undefined {
  const flag = startsAgent.exec(script)?.[1];
  if (flag !== undefined)
    return {
      detector: 'supply/install-script',
      severity: 'error',
      tier: 'certain',
      reason: `its install script starts an AI agent with ${flag}, so that it asks nobody`,
    };
  if (fetchesCode.test(script))
    return {
      detector: 'supply/install-script',
      severity: 'error',
      tier: 'likely',
      reason: 'its install script runs what it has just downloaded',
    };
  return undefined;
}

/** What the scripts that npm runs by itself do, in the text of a package.json: each at its place. */
export function judgeScripts(text: string, fingerprint: Fingerprinter): PackageFinding[] {
  const tree = parseTree(text);
  const name = tree && findNodeAtLocation(tree, ['name'])?.value;
  return ['preinstall', 'install', 'postinstall', 'prepare'].flatMap(script => {
    const node = tree && findNodeAtLocation(tree, ['scripts', script]);
    const sign = typeof node?.value === 'string' ? scriptSign(node.value.slice(0, longest)) : undefined;
    if (!node || !sign) return [];
    const entry = { ecosystem: 'npm', name: typeof name === 'string' ? name : 'this package' } as const;
    return [trustFinding(sign, entry, { start: node.offset, end: node.offset + node.length }, [], fingerprint)];
  });
}

const longest = 10_000;
