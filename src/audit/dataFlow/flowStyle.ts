/** How the map is drawn; colours are the page's variables. */
export const flowStyle = `
.flow { display: block; font-family: var(--font); height: auto; max-width: max(100%, 760px); }
main:has(.flow) { max-width: 1500px; }
.flow text { fill: var(--fg); font-size: 12.5px; }
.boundary rect { fill: var(--raised); fill-opacity: 0.55; stroke: var(--muted); stroke-dasharray: 2 4; stroke-width: 1.5; }
.boundary text { fill: var(--muted); font-size: 11.5px; }
.node rect { fill: var(--bg); stroke: var(--muted); stroke-width: 1.2; }
.node.gateway rect { stroke: var(--held); stroke-width: 2.5; }
.node.store rect { rx: 0; }
.node.found rect { stroke: var(--through); stroke-width: 2; }
.node .name { font-weight: 600; }
.node .kind { fill: var(--muted); font-size: 11px; }
.node[data-open] { cursor: pointer; }
.node[data-open]:hover rect { fill: var(--raised); }
.node[data-open]:focus-visible { outline: none; }
.node[data-open]:focus-visible rect { stroke: var(--focus, var(--link)); stroke-width: 3; }
.edge path { fill: none; stroke: var(--muted); stroke-width: 1.4; }
.edge.held path { stroke: var(--held); stroke-width: 2.2; }
.edge.through path { stroke: var(--through); stroke-width: 2.6; }
.edge.declared path { stroke-dasharray: 5 4; }
.edge text { font-size: 11px; }
.ground { fill: var(--bg); }
.arrow { fill: var(--muted); }
`;
