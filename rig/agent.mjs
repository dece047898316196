// The scripted agent: what the model on loopback does, told by instructions in the prompt.

/**
 * The answer to a conversation: `{text}`, `{call}` or both. The last prompt says what to do, as `rig:` instructions:
 *
 *     rig:read /abs/path                  reads a file
 *     rig:run cat notes.txt               runs a command in the terminal (to the end of the line)
 *     rig:move KEY /abs/from /abs/to      reads the first file and writes the value of KEY, as it saw it, into the second
 *     rig:quote KEY                       answers with the value of KEY, as it saw it
 *     rig:done 7                          ends the answer with DONE-7
 */
export function reply({ messages = [], tools = [] }, number) {
  const last = messages.findLastIndex(message => message.role === 'user' && instructionsIn(message).length > 0);
  if (last < 0) return { text: 'Nothing to do.' };
  const instructions = instructionsIn(messages[last]);
  const results = messages.slice(last + 1).filter(message => message.role === 'tool');
  const steps = instructions.flatMap(([verb, ...rest]) => plans[verb]?.(rest) ?? []);
  const step = steps[results.length];
  const seen = results.map(textOf).join('\n');
  if (step) return { text: 'Working on it. ', call: complete(step(seen), tools, number) };
  const everything = messages.slice(last).map(textOf).join('\n');
  return { text: instructions.map(([verb, ...rest]) => closings[verb]?.(rest, everything) ?? '').join('') };
}

/** Each instruction as the tool calls it takes; a call is made from what the tools have shown so far. */
const plans = {
  read: ([file]) => [() => readFile(file)],
  run: words => [() => ({ name: 'run_in_terminal', input: { command: words.join(' ') } })],
  move: ([key, from, to]) => [
    () => readFile(from),
    seen => ({
      name: 'create_file',
      input: { filePath: to, content: `export const moved = '${valueSeen(key, seen)}';\n` },
    }),
  ],
};

const closings = {
  quote: ([key], seen) => `The value of ${key} is \`${valueSeen(key, seen)}\` as far as I can see. `,
  done: ([number]) => `DONE-${number}`,
};

const readFile = file => ({ name: 'read_file', input: { filePath: file, startLine: 1, endLine: 2000 } });

const valueSeen = (key, seen) => new RegExp(`${key}\\s*[=:]\\s*['"]?([^\\s'"\\\\]+)`).exec(seen)?.[1] ?? 'not-seen';

/** Adds what else the tool's own schema requires, so that the call is valid whatever the editor's version asks for. */
function complete({ name, input }, tools, number) {
  const schema = tools.find(tool => tool.function?.name === name)?.function.parameters;
  const required = schema?.required ?? [];
  const missing = required.filter(key => !(key in input)).map(key => [key, neutral(schema.properties[key])]);
  return { id: `call_${number}`, name, input: { ...input, ...Object.fromEntries(missing) } };
}

function neutral({ type, enum: choices, default: preset } = {}) {
  if (preset !== undefined) return preset;
  if (choices) return choices[0];
  return { boolean: false, number: 0, integer: 0, array: [], object: {} }[type] ?? 'A step of the rig.';
}

const instructionsIn = message =>
  [...textOf(message).matchAll(/^.*?\brig:(\w+) ?(.*)$/gm)].map(([, verb, rest]) => [
    verb,
    ...rest.trim().split(/\s+/),
  ]);

const textOf = ({ content }) =>
  Array.isArray(content) ? content.map(part => part.text ?? '').join('\n') : typeof content === 'string' ? content : '';
