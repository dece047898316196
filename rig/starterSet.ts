// Writes the starter set of advisories, `src/supply/advisories/starterSet.ts`: what `starterFacts.txt` says, and what a rule takes out of
// OSV records on this disk: all that is malicious, and of packages in wide use those advisories whose fix is the newest, because
// they are about every version before. `npm run generate:advisories -- FOLDER`: one `NAME.jsonl.gz` for each ecosystem.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fieldsOf, type Table, textOf } from '../src/core/untyped';
import { type AdvisoryRow, isMalicious } from '../src/supply/advisories/advisoryRow';
import { compareIn } from '../src/supply/advisories/compareIn';
import { parseStarterLine } from '../src/supply/advisories/parseStarterLine';
import { readOsvRecord } from '../src/supply/advisories/readOsvRecord';

const wide: Readonly<Record<string, string>> = {
  npm: 'next axios dompurify handlebars protobufjs marked svelte lodash jquery bootstrap moment @angular/core vue sanitize-html validator mustache ws qs send i18next is-my-json-valid https-proxy-agent uglify-js underscore jszip highlight.js shell-quote minimatch tough-cookie cookie-signature nunjucks js-yaml jsonwebtoken angular sequelize mathjax pdfjs-dist quill backbone markdown-it ua-parser-js mysql serve electron express-cart hapi pouchdb',
  PyPI: 'django pillow ansible apache-airflow notebook twisted urllib3 mlflow aiohttp cryptography pip werkzeug jinja2 requests pyyaml lxml bleach feedparser gitpython bottle paramiko pycrypto pygments tornado sqlalchemy redis rsa scipy numpy flask fastapi starlette jupyter-server ipython gradio langchain langchain-experimental llama-index scikit-learn setuptools certifi celery protobuf pyjwt markdown2 mistune waitress httplib2 httpie pyarrow pyopenssl tensorflow streamlit pytorch-lightning sqlparse scrapy selenium poetry ecdsa python-jose transformers torch py mako html5lib jupyterhub distributed keyring gunicorn sentry-sdk idna black apache-superset pydantic',
  'crates.io':
    'openssl openssl-src hyper tokio h2 rustls rustls-webpki ring smallvec git2 tar http time chrono regex crossbeam-channel crossbeam rkyv pyo3 diesel wasmtime actix-web actix-http rocket tungstenite quinn-proto mio memoffset lru bumpalo arrow protobuf quick-xml yaml-rust rusqlite libgit2-sys curve25519-dalek ed25519-dalek idna remove_dir_all zip serde_yaml tracing-subscriber bytes url hashbrown tonic axum-core reqwest libwebp-sys image futures-util tokio-tar astral-tokio-tar gix-path ammonia comrak sqlx slab rsa shlex futures-task bigint nix webpki lettre prost',
  Go: 'golang.org/x/net golang.org/x/crypto golang.org/x/text golang.org/x/image golang.org/x/oauth2 golang.org/x/sys stdlib github.com/gin-gonic/gin github.com/gorilla/websocket github.com/docker/docker github.com/opencontainers/runc github.com/containerd/containerd k8s.io/kubernetes helm.sh/helm/v3 github.com/golang-jwt/jwt/v4 github.com/golang-jwt/jwt/v5 github.com/dgrijalva/jwt-go github.com/go-git/go-git/v5 github.com/quic-go/quic-go github.com/moby/buildkit google.golang.org/grpc google.golang.org/protobuf gopkg.in/yaml.v2 gopkg.in/yaml.v3 github.com/gofiber/fiber/v2 github.com/labstack/echo/v4 github.com/go-chi/chi/v5 github.com/lib/pq github.com/jackc/pgx/v5 github.com/jackc/pgx/v4 github.com/prometheus/client_golang github.com/hashicorp/vault github.com/hashicorp/consul github.com/hashicorp/go-getter github.com/nats-io/nats-server/v2 github.com/ollama/ollama github.com/grafana/grafana github.com/traefik/traefik/v2 github.com/caddyserver/caddy/v2 github.com/cli/cli/v2 github.com/open-policy-agent/opa github.com/sigstore/cosign/v2 go.etcd.io/etcd/v3 github.com/redis/go-redis/v9 github.com/go-jose/go-jose/v4 github.com/go-jose/go-jose/v3 github.com/tidwall/gjson github.com/gogo/protobuf github.com/microcosm-cc/bluemonday github.com/mattn/go-sqlite3 github.com/ulikunitz/xz github.com/russellhaering/goxmldsig',
};

const kinds: readonly (readonly [RegExp, string])[] = [
  [/remote code|arbitrary code|code execution|execute .{0,30}code|RCE\b/i, 'code execution'],
  [/command injection|arbitrary command|shell/i, 'command injection'],
  [/sql injection/i, 'SQL injection'],
  [/prototype pollution/i, 'prototype pollution'],
  [/cross.site scripting|\bXSS\b/i, 'cross-site scripting'],
  [/cross.site request|CSRF/i, 'cross-site request forgery'],
  [/server.side request|\bSSRF\b/i, 'requests forged on the server'],
  [/request smuggling|header injection|CRLF/i, 'request smuggling'],
  [
    /path traversal|directory traversal|arbitrary file|outside .{0,30}director|zip.?slip|symlink/i,
    'files outside the folder',
  ],
  [/deseriali[sz]|pickle/i, 'unsafe deserialization'],
  [/redos|regular expression/i, 'denial of service by a regular expression'],
  [
    /use.after.free|double.free|memory corruption|memory.safety|unsound|undefined behaviou?r|data race|out.of.bounds|overflow|uninitiali[sz]ed|segmentation/i,
    'memory safety',
  ],
  [/denial.of.service|\bdos\b|panic|infinite|resource|exhaust|consumption|crash|hang|unbounded/i, 'denial of service'],
  [/bypass|authenticat|authoriz|privilege|permission|access control/i, 'goes past an access check'],
  [/signature|certificate|timing|cryptograph|key|nonce|random|verif/i, 'weak cryptography or verification'],
  [/redirect/i, 'open redirect'],
  [/leak|disclos|expos|sensitive|information/i, 'tells what it should not'],
  [/inject/i, 'injection'],
];

/** So many of a package; the newest fix first. */
const perPackage = 3;

const [folder] = process.argv.slice(2);
const date = new Date().toISOString().slice(0, 10);
const chosen = new Map<string, Set<string>>();
const take = (ecosystem: string, line: string) =>
  void (chosen.get(ecosystem) ?? chosen.set(ecosystem, new Set()).get(ecosystem)!).add(line);

const known = readFacts();
const records = folder ? readRecords(folder) : [];
const details = new Map(records.map(record => [String(fieldsOf(record).id), toldOf(fieldsOf(record))]));
for (const [ecosystem, name, row] of selected(records)) take(ecosystem, lineOf(name, row));
writeFileSync(join(__dirname, '../src/supply/advisories/starterSet.ts'), render());
process.stdout.write(`${[...chosen.values()].reduce((sum, { size }) => sum + size, 0)} advisories\n`);

/** The facts that are written down, and the ids by which records of the same defect are left out. */
function readFacts(): ReadonlySet<string> {
  const ids = new Set<string>();
  let ecosystem = '';
  for (const line of readFileSync(join(__dirname, 'starterFacts.txt'), 'utf8').split('\n')) {
    if (line.startsWith('[')) ecosystem = line.slice(1, -1);
    if (line === '' || line.startsWith('#') || line.startsWith('[')) continue;
    const fact = parseStarterLine(line);
    if (!fact) throw new Error(`not a fact: ${line}`);
    for (const id of [fact.row.id, ...fact.row.aliases]) ids.add(`${fact.name} ${id}`);
    take(ecosystem, line);
  }
  return ids;
}

function readRecords(from: string): unknown[] {
  const files = readdirSync(from).filter(name => name.endsWith('.jsonl.gz'));
  return files.flatMap(name =>
    gunzipSync(readFileSync(join(from, name)))
      .toString()
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as unknown),
  );
}

function* selected(records: readonly unknown[]): Generator<[string, string, AdvisoryRow]> {
  const popular = new Map<string, [string, string, AdvisoryRow][]>();
  for (const { ecosystem, name, row } of records.flatMap(record => readOsvRecord(record, compareIn))) {
    const facts = [row.id, ...row.aliases].some(id => known.has(`${name} ${id}`));
    if (facts || row.severity === 'low') continue;
    if (isMalicious(row)) yield [ecosystem, name, row];
    else if (wide[ecosystem]?.split(' ').includes(name)) {
      const key = `${ecosystem}:${name}`;
      popular.set(key, [...(popular.get(key) ?? []), [ecosystem, name, row]]);
    }
  }
  for (const all of popular.values()) {
    const compare = compareIn(all[0]![0] as 'npm');
    const fix = ([, , { ranges }]: [string, string, AdvisoryRow]) =>
      ranges
        .map(({ end }) => (end?.kind === 'fixed' ? end.version : '0'))
        .reduce((a, b) => ((compare(a, b) ?? 0) < 0 ? b : a), '0');
    yield* all.sort((a, b) => compare(fix(b), fix(a)) ?? 0).slice(0, perPackage);
  }
}

function lineOf(name: string, row: AdvisoryRow): string {
  const { id, aliases, score, ranges, versions } = row;
  const bounds = ranges.map(({ from, end }) =>
    end ? `${from}${end.kind === 'last' ? '<=' : '<'}${end.version}` : from,
  );
  const worth = [isMalicious(row) ? 'malicious' : row.severity, score, row.exploited && 'exploited']
    .filter(Boolean)
    .join(' ');
  const listed = versions.length > 0 ? [`=${versions.join(',')}`] : [];
  return [
    name,
    [id, ...aliases].join(' '),
    worth,
    [...bounds, ...listed].join(';'),
    kindOf(details.get(row.id) ?? '', isMalicious(row)),
  ].join('|');
}

function toldOf({ summary, details }: Table): string {
  return `${textOf(summary) ?? ''} ${(textOf(details) ?? '').slice(0, 600)}`;
}

/** What it is, in words of our own. */
function kindOf(summary: string, malicious: boolean): string {
  if (malicious) return 'removed from the registry for malicious code';
  return kinds.find(([pattern]) => pattern.test(summary))?.[1] ?? '';
}

function render(): string {
  const order = [...chosen].map(([ecosystem, lines]) => [ecosystem, [...lines].sort().join('\n')] as const);
  return `// Generated by \`npm run generate:advisories\`; do not edit.
import type { Ecosystem } from '../../core/packages';

/** When it was made. */
export const starterDate = '${date}';

/** A line for each advisory: \`name|id aliases|severity score exploited|0<1.2;=1.3,1.4|summary\`. */
export const starterLines: Readonly<Partial<Record<Ecosystem, string>>> = {
${order.map(([ecosystem, lines]) => `  ${/^[A-Za-z]+$/.test(ecosystem) ? ecosystem : `'${ecosystem}'`}: \`${lines}\`,\n`).join('')}};
`;
}
