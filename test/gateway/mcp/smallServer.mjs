// A server in lines that does what it is told: for tests and for measuring. It needs nothing but Node.
import { createInterface } from 'node:readline';

const tools = ['echo', 'big', 'read_file', 'write_file', 'log', 'half', 'exit', 'kill'].map(name => ({
  name,
  inputSchema: { type: 'object' },
}));

const answers = {
  initialize: () => ({
    protocolVersion: '2025-11-25',
    capabilities: { tools: {} },
    serverInfo: { name: 'small', version: '1' },
  }),
  'tools/list': () => ({ tools }),
  'tools/call': ({ name, arguments: input }) => {
    if (name === 'big') return { content: [{ type: 'text', text: 'x'.repeat(input.bytes) }] };
    if (name === 'log') process.stderr.write(`${input.text}\n`);
    if (name === 'half') return half(input.id);
    if (name === 'exit') process.exit(input.code);
    if (name === 'kill') process.kill(process.pid, 'SIGKILL');
    return { content: [{ type: 'text', text: String(input.text ?? '') }] };
  },
};

function half(id) {
  process.stdout.write(`{"jsonrpc":"2.0","id":${id},"result":{"content":[{"type":"te`);
  process.exitCode = 3;
  process.stdin.destroy();
}

createInterface({ input: process.stdin }).on('line', line => {
  const { id, method, params } = JSON.parse(line);
  if (id === undefined || method === undefined) return;
  const result = answers[method]?.(params ?? {}) ?? (method === 'tools/call' ? undefined : {});
  if (result !== undefined) process.stdout.write(`${JSON.stringify({ result, jsonrpc: '2.0', id })}\n`);
});
process.stdin.on('end', () => process.exit(0));
