/** The colours of a page of its own; each has at least 4.5:1 on its ground. The editor gives its theme's instead. */
export const fileColours = `
:root { color-scheme: light dark; --bg: #ffffff; --fg: #1c2126; --muted: #56606a; --line: #d3d9df; --raised: #f4f6f8; --link: #0b5cad;
  --held: #0d6e5b; --asked: #8a5a00; --through: #b3261e; --font: system-ui, sans-serif; --mono: ui-monospace, monospace; }
@media (prefers-color-scheme: dark) { :root { --bg: #16191d; --fg: #e6e9ec; --muted: #a6afb8; --line: #3a424b; --raised: #1f242a;
  --link: #7ab8ff; --held: #52c7aa; --asked: #e3b341; --through: #ff8f80; } }
@media print { :root { color-scheme: light; --bg: #ffffff; --fg: #000000; --muted: #444444; --line: #999999; --raised: #ffffff; --link: #000000;
  --held: #0d6e5b; --asked: #8a5a00; --through: #b3261e; } }
body { font-size: 15px; }
`;

/** Everything but colours and fonts, which are variables. */
export const pageStyle = `
body { background: var(--bg); color: var(--fg); font-family: var(--font); line-height: 1.5; margin: 0; padding: 0 24px 48px; }
main { margin: 0 auto; max-width: 1080px; }
h1 { font-size: 1.8em; font-weight: 600; margin: 28px 0 4px; overflow-wrap: anywhere; }
h2 { border-top: 1px solid var(--line); font-size: 1.35em; font-weight: 600; margin: 40px 0 8px; padding-top: 20px; }
h3 { font-size: 1.05em; font-weight: 600; margin: 28px 0 6px; }
p { margin: 0 0 10px; max-width: 80ch; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, button:focus-visible, .scroll:focus-visible, [data-open]:focus-visible { outline: 2px solid var(--focus, var(--link)); outline-offset: 2px; }
code { font-family: var(--mono); font-size: 0.92em; overflow-wrap: anywhere; }
summary { cursor: pointer; }
.muted { color: var(--muted); font-weight: 400; }
.unseen { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px; }
nav ul, .tiles, .legend { display: flex; flex-wrap: wrap; list-style: none; margin: 12px 0; padding: 0; }
nav ul { column-gap: 18px; row-gap: 4px; }
.tiles { display: grid; gap: 12px; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); max-width: 760px; }
.tiles a { background: var(--raised); border: 1px solid var(--line); border-radius: 6px; color: var(--fg); display: block; height: 100%; box-sizing: border-box; padding: 10px 16px; text-decoration: none; }
.tiles a:hover { border-color: var(--link); }
.tiles strong { display: block; font-size: 1.9em; font-variant-numeric: tabular-nums; font-weight: 600; line-height: 1.2; }
.legend { column-gap: 20px; }
.legend svg { height: 12px; vertical-align: -1px; width: 12px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.95em; margin: 8px 0 14px; min-width: 60%; }
th, td { border-bottom: 1px solid var(--line); padding: 6px 18px 6px 0; text-align: left; vertical-align: top; }
thead th { color: var(--muted); font-weight: 400; white-space: nowrap; }
tbody th { font-weight: 500; max-width: 420px; overflow-wrap: anywhere; }
td { overflow-wrap: break-word; }
.number { font-variant-numeric: tabular-nums; text-align: right; }
.evidence { margin: 0; padding-left: 18px; }
.evidence li { overflow-wrap: anywhere; }
.chart { display: block; height: auto; max-width: 760px; width: 100%; }
.axis text { fill: var(--muted); font-size: 11px; }
.axis line { stroke: var(--line); stroke-width: 1; }
.row-bar { height: 12px; margin-top: 5px; width: 160px; }
.bar { stroke: var(--bg); stroke-width: 1; }
.bar.held { fill: var(--held); }
.bar.asked { fill: url(#asked); stroke: var(--asked); }
.bar.through { fill: var(--bg); stroke: var(--through); stroke-width: 2; }
.hatch-ground { fill: var(--bg); }
.hatch { fill: var(--asked); }
.state { align-items: baseline; display: inline-flex; }
.mark { border: 2px solid currentColor; border-radius: 50%; box-sizing: border-box; display: inline-block; flex: none; height: 11px; margin-right: 7px; width: 11px; }
.good .mark { background: currentColor; color: var(--held); }
.bad .mark { border-radius: 0; color: var(--through); }
.open .mark { border-style: dotted; color: var(--muted); }
.tools { display: flex; gap: 8px; justify-content: flex-end; padding-top: 16px; }
@page { margin: 16mm; }
@media print {
  body { font-size: 10pt; padding: 0; }
  main { max-width: none; }
  nav, .tools { display: none; }
  .scroll { overflow: visible; }
  .bar, .mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2, h3 { break-after: avoid; }
  tr, .chart { break-inside: avoid; }
  thead { display: table-header-group; }
  a { text-decoration: none; }
}
@media (max-width: 640px) { body { padding: 0 14px 32px; } }
`;
