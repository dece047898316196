/** The variable in which `lockside mcp --stdio` finds the address of its server: it may hold a key, and a command line is for everybody. */
export const addressVariable = 'LOCKSIDE_MCP_URL';

const headerPrefix = 'LOCKSIDE_MCP_HEADER_';

/** The variable that carries a header; undefined for names that a shell would not hand on, or that could not be read back to the letter. */
export function variableOfHeader(name: string): string | undefined {
  if (!/^[A-Za-z\d]+(?:[-_][A-Za-z\d]+)*$/.test(name)) return undefined;
  return headerPrefix + name.replaceAll('_', '__').replaceAll('-', '_');
}

/** The header that a variable carries; undefined for other variables. */
export function headerOfVariable(variable: string): string | undefined {
  if (!variable.startsWith(headerPrefix)) return undefined;
  return variable.slice(headerPrefix.length).replace(/__?/g, found => (found === '_' ? '-' : '_'));
}
