// The scripted agent: what the model on loopback does, told by instructions in the prompt.
import path from 'node:path';

/**
 * The answer to a conversation in the shape of chat completions: `{text, calls: [{id, name, input}]}`. The last prompt says what
 * to do, as `rig:` instructions, each to the end of its line:
 *
 *     rig:read /abs/path                  reads a file
 *     rig:run cat notes.txt               runs a command in the terminal
 *     rig:together /abs/one /abs/two      reads files by calls that are made at once
 *     rig:move KEY /abs/from /abs/to      reads the first file and writes the value of KEY, as it saw it, into the second
 *     rig:call tool {"name": "value"}     calls any other tool
 *     rig:quote KEY                       answers with the value of KEY, as it saw it
 *     rig:done 7                          ends the answer with DONE-7
 */
export function reply({ messages = [], tools = [] }, number) {
  const last = messages.findLastIndex(message => message.role === 'user' && instructionsIn(message).length > 0);
  if (last < 0) return { text: 'Nothing to do.', calls: [] };
  const instructions = instructionsIn(messages[last]);
  const isResult = message => message.role === 'tool';
  const seen = messages
    .slice(last + 1)
    .filter(isResult)
    .map(textOf)
    .join('\n');
  const hands = handsOf(tools);
  // A client that goes on with a conversation may put all results before its last prompt: then the earlier prompts' are not counted.
  const before = messages.slice(0, last);
  const asked = before.filter(({ role }) => role === 'user').flatMap(instructionsIn);
  const owed = asked.flatMap(each => stepsOf(each, hands)).reduce((sum, { size }) => sum + size, 0);
  const results = Math.max(messages.slice(last + 1).filter(isResult).length, before.filter(isResult).length - owed);
  const everything = (tools.length > 0 ? messages.slice(last) : messages).map(textOf).join('\n');
  const close = tools.length > 0 ? closings : { ...closings, ...withoutTools };
  const closing = instructions.map(([verb, ...rest]) => close[verb]?.(rest, everything) ?? '').join('');
  const step = stepAfter(results, instructions, hands) ?? (hands.end && (() => [hands.end(closing)]));
  if (!step || tools.length === 0) return { text: closing, calls: [] };
  const calls = step(seen).map(({ name, input }, i) => ({ id: `call_${number}_${i}`, name, input }));
  return { text: 'Working on it. ', calls };
}

/** The first step whose calls have not all come back. */
function stepAfter(results, instructions, hands) {
  let due = results;
  for (const step of instructions.flatMap(each => stepsOf(each, hands))) {
    if (due < step.size) return step.make;
    due -= step.size;
  }
  return undefined;
}

const stepsOf = ([verb, ...rest], hands) => plans[verb]?.(rest, hands) ?? [];

/** Each instruction as steps: how many calls one makes, and the calls, made from what the tools have shown so far. */
const plans = {
  read: ([file], hands) => [one(() => hands.read(file))],
  run: (words, hands) => [one(() => hands.run(words.join(' ')))],
  together: (files, hands) => [{ size: files.length, make: () => files.map(file => hands.read(file)) }],
  move: ([key, from, to], hands) => [one(() => hands.read(from)), one(seen => hands.write(to, moved(key, seen)))],
  call: ([name, ...rest]) => [one(() => ({ name, input: parsed(rest.join(' ')) }))],
};

/** opencode puts a prompt in quotes, and escapes those in it. */
const parsed = json => JSON.parse(json.startsWith('{\\') ? json.replaceAll('\\"', '"') : json);

const one = make => ({ size: 1, make: seen => [make(seen)] });

const closings = {
  quote: ([key], seen) => `The value of ${key} is \`${valueSeen(key, seen)}\` as far as I can see. `,
  done: ([number]) => `DONE-${number}`,
};

/** A client without tools sends the files along, and takes whole files from the answer, as aider does. */
const withoutTools = {
  move: ([key, , to], seen) => `${path.basename(to)}\n\`\`\`\n${moved(key, seen)}\`\`\`\n`,
};

const moved = (key, seen) => `export const moved = '${valueSeen(key, seen)}';\n`;

const valueSeen = (key, seen) => new RegExp(`${key}\\s*[=:]\\s*['"]?([^\\s'"\\\\]+)`).exec(seen)?.[1] ?? 'not-seen';

/** How the client at hand reads, writes and runs: by whichever of the tools it brings. */
function handsOf(tools) {
  const call = (names, fill) => {
    const tool = tools.find(({ function: it }) => names.includes(it?.name))?.function;
    if (!tool) return undefined;
    const { properties = {}, required = [] } = tool.parameters ?? {};
    const input = fill(pick => Object.keys(properties).find(name => pick.includes(name)) ?? pick[0], properties);
    const missing = required.filter(key => !(key in input)).map(key => [key, neutral(properties[key])]);
    return { name: tool.name, input: { ...input, ...Object.fromEntries(missing) } };
  };
  const run = command =>
    call(shells, (key, properties) => {
      const name = key(['command', 'cmd', 'commands']);
      if (properties[name]?.type !== 'array') return { [name]: command };
      return { [name]: name === 'commands' ? [command] : ['bash', '-lc', command] };
    });
  const ends = tools.some(({ function: it }) => enders.includes(it?.name));
  return {
    run,
    read: file =>
      call(readers, (key, properties) => {
        const name = key(paths);
        const lines = 'startLine' in properties ? { startLine: 1, endLine: 2000 } : {};
        return { [name]: inForm(file, properties[name]), ...lines };
      }) ?? run(`cat ${file}`),
    write: (file, content) =>
      call(writers, key => ({ [key(paths)]: file, [key(contents)]: content })) ??
      run(`cat > ${file} <<'RIG'\n${content}RIG\n`),
    end: ends && (text => call(enders, key => ({ [key(['summary', 'result'])]: text }))),
  };
}

/** A path for a tool that takes one, or several, or several with more about each. */
const inForm = (file, { type, items } = {}) => (type === 'array' ? [items?.properties ? { path: file } : file] : file);

const readers = ['read_file', 'Read', 'read', 'view', 'read_files'];
const enders = ['submit_and_exit', 'attempt_completion'];
const writers = ['create_file', 'Write', 'write', 'write_file', 'create', 'write_to_file', 'editor'];
const shells = [
  'run_in_terminal',
  'Bash',
  'bash',
  'run_shell_command',
  'exec_command',
  'shell_command',
  'shell',
].concat(['execute_command', 'run_commands', 'Terminal', 'run_terminal_command']);
const paths = ['filePath', 'file_path', 'absolute_path', 'filepath', 'path', 'files'];
const contents = ['content', 'file_text', 'new_text'];

/** What else a tool's own schema requires, so that the call is valid whatever the client's version asks for. */
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
