import { type Html, html } from '../htmlReport/html';
import { link, mark, nothing, section, table } from '../htmlReport/tables';
import type { View } from '../htmlReport/view';
import type { DataFlow } from './dataFlow';
import { drawDataFlow, targetOf } from './drawDataFlow';
import { alterationNames, boundaryNames, classesText, nodeTypes } from './words';

/** The map with what it says as tables, for those who don't see it and for paper. */
export function dataFlowBody(flow: DataFlow, view: View): Html {
  const { t } = view;
  const head = html`<header><h1>${t('Where data flows')}</h1>
<p class="muted">${t('From what Lockside has decided about, and from what configurations on this machine say. Solid lines were seen; dashed ones are configured. Numbers say how many values were held back / went through.')}</p></header>`;
  if (flow.nodes.length === 0)
    return html`${head}${nothing(t('Nothing is known yet: no AI client has a configuration here, and nothing was decided about anything on its way out.'))}`;
  return html`${head}
<div class="scroll" role="region" tabindex="0" aria-label="${t('Map')}">${drawDataFlow(flow, view)}</div>
${flow.omitted > 0 ? html`<p class="muted">${t('Nodes that are left out: {0}.', flow.omitted)}</p>` : undefined}
${section('flows', t('Flows'), flowsTable(flow, view))}
${section('nodes', t('Nodes'), nodesTable(flow, view))}`;
}

function flowsTable({ nodes, flows }: DataFlow, view: View): Html {
  const { t } = view;
  const titles = new Map(nodes.map(({ id, title }) => [id, title]));
  const names = alterationNames(view);
  const columns = [t('From'), t('To'), t('Data'), t('What becomes of it'), t('How it is known')].map(title => ({
    title,
  }));
  const rows = flows
    .toSorted((one, other) => other.held + other.through - one.held - one.through)
    .map(flow => [
      titles.get(flow.from) ?? flow.from,
      titles.get(flow.to) ?? flow.to,
      classesText(flow, view) || '–',
      flow.alterations.map(one => names[one]).join(', ') || '–',
      flow.observed ? mark(flow.through > 0 ? 'bad' : 'good', t('seen')) : mark('open', t('configured')),
    ]);
  return rows.length > 0 ? table(t('Flows'), columns, rows, view) : nothing(t('No flow is known.'));
}

function nodesTable({ nodes }: DataFlow, view: View): Html {
  const { t } = view;
  const [types, zones] = [nodeTypes(view), boundaryNames(view)];
  const columns = [t('Name'), t('What it is'), t('Trust boundary'), t('More'), t('Findings')].map(title => ({ title }));
  const rows = nodes.map(node => [
    link(targetOf(node), node.title, view),
    types[node.type],
    zones[node.boundary],
    node.note ?? '–',
    node.findings ?? 0,
  ]);
  return table(t('Nodes'), columns, rows, view);
}
