import { reads, type Sample } from './reads';

const commit = 'ab12'.repeat(10);
const digest = `sha256:${'cd34'.repeat(16)}`;

const samples: Readonly<Record<string, Sample>> = {
  'a Dockerfile with stages, arguments and commands': {
    path: 'docker/app.Dockerfile',
    text: `# syntax=docker/dockerfile:1\nARG GO=‹1.22.1›\nARG BASE="ubuntu:‹22.04›"\nARG NONE\nFROM --platform=$BUILDPLATFORM golang:\${GO}-alpine AS build\nFROM $BASE\nFROM ‹\${NONE}›/x:1\nFROM registry.example.org:5000/acme/base:‹v1.2›@${digest} as two\nFROM build AS again\nFROM scratch\nFROM alpine@‹${digest}›\nFROM ‹debian›\nFROM node:‹latest›\nCOPY --from=build /a /b\nCOPY --from=nginx:‹1.25› /a /b\nRUN apt-get update \\\n  # pip install no==1\n  && pip install --no-cache-dir requests==‹2.31.0› \\\n     "flask>=‹2›"\nRUN ["npm", "install", "-g", "typescript@‹5.4.2›"]\nRUN <<EOF\nnpm i -g ‹yarn›\nEOF\n`
      .replace('‹${NONE}›', '${NONE}')
      .replace('"flask>=‹2›"', '"‹flask>=2›"')
      .replace('"‹flask>=2›"', '"flask‹>=2›"'),
    entries: [
      ...['golang@1.22.1-alpine direct', 'ubuntu@22.04 direct', 'registry.example.org:5000/acme/base@v1.2 direct #'],
      ...[`alpine@${digest} direct #`, 'debian direct', 'node (latest) direct', 'nginx@1.25 direct'],
      ...['requests@2.31.0 direct', 'flask (>=2) direct', 'typescript@5.4.2 direct', 'yarn direct'],
    ],
  },
  'a compose file': {
    path: 'docker-compose.yml',
    text: `services:\n  db:\n    image: postgres:‹16.2›\n  web:\n    build: .\n    image: acme/web:1\n  cache:\n    image: "docker.io/library/redis:‹7-alpine›"\n  tag:\n    image: ‹acme/x:\${TAG:-1.4}›\n  none:\n    image: ‹acme/y:\${TAG}›\n  llm:\n    image: vllm/vllm-openai:‹v0.4.0›\n    command: ["--model", "‹mistralai/Mistral-7B-v0.1›"]\n`,
    entries: [
      ...[
        'postgres@16.2 direct in db',
        'redis@7-alpine direct in cache',
        'acme/x@1.4 direct in tag',
        'acme/y direct in none',
      ],
      ...['vllm/vllm-openai@v0.4.0 direct in llm', 'mistralai/Mistral-7B-v0.1 direct'],
    ],
  },
  'devcontainer.json': {
    path: '.devcontainer/devcontainer.json',
    text: `{ // comment\n"image": "mcr.example.org/devcontainers/base:‹1.0.1-jammy›",\n"features": { "ghcr.example.org/devcontainers/features/node:‹1›": {"version": "20"}, "./local": {} },\n"customizations": {"vscode": {"extensions": ["‹Acme.tool›", "-acme.off", "acme.pinned@‹1.2.3›"]}},\n"postCreateCommand": "pip install black==‹24.1.0› && npm i -g ‹pnpm›",\n}`,
    entries: [
      ...[
        'mcr.example.org/devcontainers/base@1.0.1-jammy direct',
        'ghcr.example.org/devcontainers/features/node@1 direct in features',
      ],
      ...['acme.tool direct', 'acme.pinned@1.2.3 direct', 'black@24.1.0 direct', 'pnpm direct'],
    ],
  },
  'a workflow': {
    path: '.github/workflows/ci.yml',
    text: `on: push\njobs:\n  call:\n    uses: acme/flows/.github/workflows/x.yml@‹v1.2.3›\n  build:\n    runs-on: ubuntu-latest\n    container: node:‹20.1›\n    services:\n      db: {image: 'postgres:‹16›'}\n    steps:\n      - uses: actions/checkout@‹v4›\n      - uses: "github/codeql-action/init@‹${commit}›" # v3.29.5\n      - uses: ./local\n      - uses: docker://alpine:‹3.18›\n      - uses: acme/x@\${{ matrix.v }}\n      - uses: acme/bare@‹${commit.replaceAll('a', 'b')}›\n      - run: |\n          # pip install no\n          pip install ruff==‹0.4.0›\n          npm ci\n`,
    entries: [
      ...['acme/flows@v1.2.3 direct in call', 'actions/checkout (v4) direct in build'],
      ...[`github/codeql-action@v3.29.5 (${commit}) direct # in build`, 'alpine@3.18 direct in build'],
      ...[`acme/bare@${commit.replaceAll('a', 'b')} direct # in build`, 'ruff@0.4.0 direct in build'],
      ...['node@20.1 direct in build', 'postgres@16 direct in build'],
    ],
  },
  'an action': {
    path: 'tools/action.yml',
    text: 'name: x\nruns:\n  using: composite\n  steps:\n    - uses: actions/cache@‹v3.3.1›\n',
    entries: ['actions/cache@v3.3.1 direct'],
  },
  'an action that is an image': {
    path: 'action.yml',
    text: "runs:\n  using: docker\n  image: 'docker://acme/tool:‹1.2›'\n",
    entries: ['acme/tool@1.2 direct'],
  },
  'extensions.json': {
    path: '.vscode/extensions.json',
    text: '{\n  // for everybody\n  "recommendations": ["‹acme.tool›", "not an id"],\n  "unwantedRecommendations": ["acme.no"],\n}',
    entries: ['acme.tool direct'],
  },
  'an MCP configuration': {
    path: '.vscode/mcp.json',
    text: `{"servers": {\n"files": {"command": "npx", "args": ["-y", "@acme/files@‹1.2.0›", "/tmp"]},\n"time": {"command": "/usr/bin/uvx", "args": ["--from", "mcp-time==‹2.0.0›", "time-server"]},\n"loose": {"command": "uvx", "args": ["‹mcp_loose›"]},\n"box": {"command": "docker", "args": ["run", "-i", "--rm", "-e", "TOKEN", "--mount", "type=bind,src=/a,dst=/b", "ghcr.example.org/acme/box:‹0.3›", "serve"]},\n"piped": {"command": "pipx", "args": ["run", "--spec", "kit==‹1.0.0›", "kit"]},\n"win": {"command": "cmd", "args": ["/c", "npx", "-y", "‹bare-server›"]},\n"own": {"command": "node", "args": ["server.js"]},\n"remote": {"url": "https://mcp.example.org"}}}`,
    entries: [
      ...['@acme/files@1.2.0 direct in files', 'mcp-time@2.0.0 direct in time', 'mcp-loose direct in loose'],
      ...['ghcr.example.org/acme/box@0.3 direct in box', 'kit@1.0.0 direct in piped', 'bare-server direct in win'],
    ],
  },
  'the MCP servers of Codex': {
    path: '.codex/config.toml',
    text: '[mcp_servers.docs]\ncommand = "npx"\nargs = ["-y", "docs-server@‹0.1.0›"]\n',
    entries: ['docs-server@0.1.0 direct in docs'],
  },
  'models in Python': {
    path: 'train.py',
    text: `from transformers import AutoModel\nNAME: str = "‹acme/base-model›"\n# AutoModel.from_pretrained("acme/no")\nAutoModel.from_pretrained("acme/pinned", revision="‹${commit}›")\nAutoModel.from_pretrained(\n    'acme/branchy',\n    revision='‹main›',\n)\nAutoModel.from_pretrained(NAME)\nAutoModel.from_pretrained("./local/model")\nAutoModel.from_pretrained("outputs/final")\nhf_hub_download(repo_id="‹acme/file›", filename="a/b.bin")\nload_dataset("‹acme/data›", split="train[:10]")\nprint("acme/neither")\n`,
    entries: [
      `acme/pinned@${commit} direct`,
      'acme/branchy (main) direct',
      'acme/base-model direct',
      'acme/file direct',
      'acme/data direct',
    ],
  },
  'Python that names none': {
    path: 'other.py',
    text: 'model.from_pretrained("acme/thing")\npath = "a/b"\n',
    entries: [],
  },
  'models in YAML that speaks of their servers': {
    path: 'deploy/model.yaml',
    text: 'image: vllm/vllm-openai\nmodel: ‹acme/chat-7b›\nbase_model: "‹acme/base›" # x\nmodel_name: models/local\nargs:\n  - --model\n  - ‹acme/other›\n',
    entries: ['acme/chat-7b direct', 'acme/base direct', 'acme/other direct'],
  },
  'YAML that speaks of something else': {
    path: 'config.yaml',
    text: 'model: acme/chat-7b\nprovider: openai\n',
    entries: [],
  },
};

describe('packages that containers, workflows, editors and code name', () => {
  for (const [name, sample] of Object.entries(samples)) it(`reads ${name}`, () => reads(sample));
});
