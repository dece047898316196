import { html } from '../htmlReport/html';
import { fileColours } from '../htmlReport/style';
import { plainView, type View } from '../htmlReport/view';
import type { DataFlow } from './dataFlow';
import { drawDataFlow } from './drawDataFlow';
import { flowStyle } from './flowStyle';

/** The map as a file of its own, which asks for nothing and runs nothing. */
export function dataFlowSvg(flow: DataFlow, view: View = plainView): string {
  const drawn = drawDataFlow(flow, { ...view, interactive: false }).html;
  const style = html`<style>${{ html: fileColours.replaceAll(':root', 'svg') + flowStyle }}</style>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawn.replace('<defs>', `${style.html}<defs>`)}\n`;
}
