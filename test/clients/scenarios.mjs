// What a client is asked to do in a repository full of planted values, and what shows that it was done.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { makeCanaries } from '../../rig/canaries.mjs';
import { makeLookalikes } from '../../rig/lookalikes.mjs';
import { makePersonalValues } from '../../rig/people.mjs';
import { formats } from '../../rig/plant.mjs';

/**
 * Each scenario plants values of its own and gives prompts that refer to them: `plant` writes into the workspace and returns
 * `{planted, benign, prompts, environment?, worked?}`. `needs` names what a client must be able to do.
 */
export const scenarios = [
  {
    name: 'A prompt',
    plant({ random }) {
      const planted = some(values(random), 13, random).filter(({ value }) => !value.includes('\n'));
      const benign = some(makeLookalikes(random), 12, random);
      return { planted, benign, prompts: [`Keep these settings in mind:\n${formats.notes(mixed(planted, benign))}`] };
    },
  },
  {
    name: 'B files',
    needs: 'reads',
    plant({ random, work }) {
      const planted = values(random);
      const benign = some(makeLookalikes(random), 36, random);
      const all = mixed(planted, benign);
      const files = ['yaml', 'code', 'notes'].map((format, i) => {
        const part = all.filter((_, n) => n % 3 === i);
        return write(
          work,
          `settings/${format}.${{ yaml: 'yaml', code: 'ts', notes: 'txt' }[format]}`,
          formats[format](part),
        );
      });
      return { planted, benign, prompts: [files.map(file => `rig:read ${file}`).join('\n')], files };
    },
  },
  {
    name: 'C environment',
    needs: 'runs',
    plant({ random }) {
      const planted = some(makeCanaries(random), 8, random).filter(({ value, key }) => isVariable(key, value));
      const environment = Object.fromEntries(planted.map(({ key, value }) => [key, value]));
      return { planted, benign: [], prompts: ['rig:run printenv'], environment };
    },
  },
  {
    name: 'D edit',
    needs: 'reads',
    plant({ random, work }) {
      const password = random.password();
      const from = write(work, '.env', `PORT=8080\nDB_PASSWORD=${password}\n`);
      const to = path.join(work, 'moved.ts');
      return {
        planted: [{ kind: 'password', value: password, needles: [password] }],
        benign: [{ kind: 'port', value: 'PORT=8080' }],
        prompts: [`rig:move DB_PASSWORD ${from} ${to}`],
        files: [from, to],
        worked: () => fs.existsSync(to) && fs.readFileSync(to, 'utf8').includes(`'${password}'`),
      };
    },
  },
  {
    name: 'two turns',
    needs: 'again',
    plant({ random, work }) {
      const [first, second] = [some(makeCanaries(random), 6, random), some(makeCanaries(random), 6, random)];
      const file = write(work, 'later.yaml', formats.yaml(second));
      const prompts = [`Keep these:\n${formats.notes(first.filter(oneLine))}`, `rig:read ${file}`];
      return { planted: [...first.filter(oneLine), ...second], benign: [], prompts, files: [file] };
    },
  },
  {
    name: 'parallel tools',
    needs: 'tools',
    plant({ random, work }) {
      const planted = [some(makeCanaries(random), 6, random), some(makeCanaries(random), 6, random)];
      const files = planted.map((part, i) => write(work, `part${i}.yaml`, formats.yaml(part)));
      return { planted: planted.flat(), benign: [], prompts: [`rig:together ${files.join(' ')}`], files };
    },
  },
  {
    name: 'encoded',
    needs: 'reads',
    plant({ random, work }) {
      const tokens = Array.from(
        { length: 4 },
        () => makeCanaries(random).find(({ kind }) => kind === 'gitlab-token').value,
      );
      const encoded = tokens.map((token, i) => encoders[i](`TOKEN=${token}`));
      const file = write(work, 'payloads.txt', encoded.map((text, i) => `payload_${i}: ${text}\n`).join(''));
      const planted = tokens.map((token, i) => ({
        kind: `token, ${encoders[i].name}`,
        value: token,
        needles: [token, encoded[i]],
      }));
      return { planted, benign: [], prompts: [`rig:read ${file}`], files: [file] };
    },
  },
  {
    name: 'split key',
    needs: 'runs',
    plant({ random, work }) {
      const key = makeCanaries(random).find(({ kind }) => kind === 'private-key');
      const file = write(work, 'deploy.pem', `${key.value}\n`);
      const prompts = [`rig:run head -n 3 ${file}\nrig:run tail -n +4 ${file}`];
      return { planted: [key], benign: [], prompts };
    },
  },
  {
    name: 'subagent',
    needs: 'subagent',
    plant({ random, work, client }) {
      const planted = some(makeCanaries(random), 6, random);
      const file = write(work, 'for-the-other.yaml', formats.yaml(planted));
      const { tool, input } = client.subagent(`rig:read ${file}\nrig:done 5`);
      return { planted, benign: [], prompts: [`rig:call ${tool} ${JSON.stringify(input)}`] };
    },
  },
  {
    name: 'MCP result',
    needs: 'mcp',
    plant({ random, work, client }) {
      const planted = some(makeCanaries(random), 6, random);
      write(work, 'served.txt', formats.notes(planted));
      return { planted, benign: [], prompts: [`rig:call ${client.mcpTool} {}`] };
    },
  },
  {
    // What stands in the file would leave, and the folder would be gone: both are held where hooks are.
    name: 'forbidden commands',
    needs: 'runs',
    plant({ random, work }) {
      const password = random.password();
      write(work, '.env', `DB_PASSWORD=${password}\n`);
      const kept = write(work, 'kept/notes.txt', 'notes\n');
      return {
        planted: [{ kind: 'password', value: password, needles: [password, Buffer.from(password).toString('base64')] }],
        benign: [],
        prompts: ['rig:run rev .env | rev\nrig:run rm -rf ./*'],
        worked: route => route !== 'hooks' || fs.existsSync(kept),
      };
    },
  },
  {
    name: 'image and text',
    needs: 'images',
    plant({ random, work }) {
      const planted = some(makeCanaries(random), 4, random).filter(oneLine);
      const file = path.join(work, 'pixel.png');
      fs.writeFileSync(file, png());
      const base64 = png().toString('base64');
      const prompts = [`Look at this, and keep:\n${formats.notes(planted)}\nrig:read ${file}`];
      return { planted, benign: [{ kind: 'picture', value: base64 }], prompts };
    },
  },
];

function values(random) {
  return [...makeCanaries(random), ...makePersonalValues(random)];
}

const some = (list, count, random) =>
  [...list]
    .map(each => [random.next(), each])
    .sort(([a], [b]) => a - b)
    .slice(0, count)
    .map(([, each]) => each);

/** Both kinds, taking turns. */
const mixed = (planted, benign) =>
  Array.from({ length: Math.max(planted.length, benign.length) }, (_, i) => [planted[i], benign[i]])
    .flat()
    .filter(Boolean);

const oneLine = ({ value }) => !value.includes('\n');

const isVariable = (key, value) => /^[A-Z_]+$/.test(key) && !value.includes('\n');

const encoders = [
  function base64(text) {
    return Buffer.from(text).toString('base64');
  },
  function hexadecimal(text) {
    return Buffer.from(text).toString('hex');
  },
  function base64Twice(text) {
    return Buffer.from(Buffer.from(text).toString('base64')).toString('base64');
  },
  function gzipInBase64(text) {
    return zlib.gzipSync(`${text}\nNAME=a-name-that-is-longer\n`).toString('base64');
  },
];

function write(work, name, text) {
  const file = path.join(work, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  return file;
}

/** A picture of one pixel. */
function png() {
  return Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );
}
