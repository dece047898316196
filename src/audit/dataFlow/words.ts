import type { View } from '../htmlReport/view';
import type { Alteration, Boundary, Flow, FlowNode } from './dataFlow';

/** What trust boundaries are called. */
export function boundaryNames({ t }: View): Readonly<Record<Boundary, string>> {
  return {
    workspace: t('Workspace'),
    machine: t('This machine'),
    vendor: t('Vendors on record'),
    'third-party': t('Third parties'),
  };
}

/** What nodes are, in a word. */
export function nodeTypes({ t }: View): Readonly<Record<FlowNode['type'], string>> {
  return {
    origin: t('Origin'),
    client: t('AI client'),
    gateway: t('Gateway'),
    server: t('MCP server'),
    model: t('Model'),
    vendor: t('Vendor'),
    destination: t('Destination'),
    store: t('On disk'),
  };
}

/** What becomes of data on its way. */
export function alterationNames({ t }: View): Readonly<Record<Alteration, string>> {
  return {
    redacted: t('replaced by placeholders'),
    synthetic: t('replaced by made-up values'),
    stopped: t('stopped'),
    unchanged: t('unchanged'),
    restored: t('put back'),
  };
}

/** `3 secret, 2 pii`. */
export function classesText({ classes }: Flow, { t }: View): string {
  const names: Readonly<Record<string, string>> = {
    secret: t('secrets'),
    pii: t('personal data'),
    injection: t('instructions'),
    hidden: t('hidden text'),
  };
  return Object.entries(classes)
    .map(([name, count]) => `${count} × ${names[name] ?? name}`)
    .join(', ');
}
