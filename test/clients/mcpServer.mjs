// A tool server on standard input and output: its one tool, `notes`, returns the file that it was started with.
import fs from 'node:fs';
import readline from 'node:readline';

const [file] = process.argv.slice(2);

const answers = {
  initialize: ({ protocolVersion }) => ({
    protocolVersion,
    capabilities: { tools: {} },
    serverInfo: { name: 'shop', version: '1.0.0' },
  }),
  'tools/list': () => ({
    tools: [{ name: 'notes', description: 'The notes of the shop.', inputSchema: { type: 'object', properties: {} } }],
  }),
  'tools/call': () => ({ content: [{ type: 'text', text: fs.readFileSync(file, 'utf8') }] }),
};

for await (const line of readline.createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  if (id === undefined) continue;
  const result = answers[method]?.(params ?? {}) ?? {};
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, result })}\n`);
}
