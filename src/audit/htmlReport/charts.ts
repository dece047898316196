import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { type Html, html } from './html';
import type { Day, Outcomes } from './reportModel';
import type { View } from './view';

/** The outcomes from the one that stands at the bottom of a bar; also the names of their colours. */
const outcomes = ['held', 'asked', 'through'] as const satisfies readonly (keyof Outcomes)[];

/** What outcomes are called. */
export function outcomeNames({ t }: View): Readonly<Record<keyof Outcomes, string>> {
  return { held: t('Held back'), asked: t('Asked'), through: t('Went through') };
}

const width = 760;
const height = 200;
const margin = { top: 8, right: 4, bottom: 26, left: 44 };

/** A stacked bar for each day; the table beside it says the same in words. */
export function daysChart(days: readonly Day[], view: View): Html {
  const x = scaleBand<string>()
    .domain(days.map(({ day }) => day))
    .range([margin.left, width - margin.right])
    .padding(0.15);
  const highest = Math.max(1, ...days.map(({ held, asked, through }) => held + asked + through));
  const y = scaleLinear()
    .domain([0, highest])
    .nice(4)
    .range([height - margin.bottom, margin.top]);
  const layers = stack<Day, keyof Outcomes>().keys(outcomes)([...days]);
  const names = outcomeNames(view);
  const bars = layers.map(layer =>
    layer.map(([from, to], index) => {
      const { day } = days[index]!;
      const title = html`<title>${day}: ${names[layer.key]} ${to - from}</title>`;
      const wide = Math.min(x.bandwidth(), 48);
      const left = (x(day) ?? 0) + (x.bandwidth() - wide) / 2;
      if (to === from) return undefined;
      return html`<rect class="bar ${layer.key}" x="${round(left)}" y="${round(y(to))}" width="${round(wide)}" height="${round(y(from) - y(to))}">${title}</rect>`;
    }),
  );
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${view.t('Values on their way out, by day. The table below says the same.')}">
${patterns}
<g class="axis">${y
    .ticks(4)
    .filter(Number.isInteger)
    .map(
      tick =>
        html`<line x1="${margin.left}" x2="${width - margin.right}" y1="${round(y(tick))}" y2="${round(y(tick))}"/><text x="${margin.left - 6}" y="${round(y(tick) + 4)}" text-anchor="end">${tick}</text>`,
    )}</g>
${bars}
<g class="axis">${shownDays(days).map(day => html`<text x="${round((x(day) ?? 0) + x.bandwidth() / 2)}" y="${height - 8}" text-anchor="middle">${day.slice(5)}</text>`)}</g>
</svg>`;
}

/** A bar in a cell of a table whose numbers say the same. */
export function rowBar(row: Outcomes, highest: number): Html {
  const x = scaleLinear()
    .domain([0, Math.max(1, highest)])
    .range([0, 160]);
  const [layers] = [stack<Outcomes, keyof Outcomes>().keys(outcomes)([row])];
  return html`<svg class="row-bar" viewBox="0 0 160 12" aria-hidden="true" focusable="false">${layers.map(layer => {
    const [from, to] = layer[0] ?? [0, 0];
    return to > from
      ? html`<rect class="bar ${layer.key}" x="${round(x(from))}" y="1" width="${round(Math.max(1, x(to) - x(from)))}" height="10"/>`
      : undefined;
  })}</svg>`;
}

/** What the colours mean; shapes differ as well, for those who see no colours and for paper. */
export function legend(view: View): Html {
  const names = outcomeNames(view);
  return html`<ul class="legend">${outcomes.map(name => html`<li><svg viewBox="0 0 14 14" aria-hidden="true" focusable="false"><rect class="bar ${name}" x="1" y="1" width="12" height="12"/></svg> ${names[name]}</li>`)}</ul>`;
}

/** Hatching for what people were asked about; the page has it once. */
const patterns = html`<defs><pattern id="asked" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><rect class="hatch" width="3" height="6"/></pattern></defs>`;

/** As many as have room, and always the last. */
function shownDays(days: readonly Day[]): string[] {
  const step = Math.ceil(days.length / 14);
  return days.filter((_, index) => (days.length - 1 - index) % step === 0).map(({ day }) => day);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
