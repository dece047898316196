import type { PackageEntry, PackageFormat } from '../../core/packages';
import { mavenVersion } from './mavenVersion';
import { type Draft, packageFile } from './packageFile';
import { withoutComments } from './textLines';

/**
 * build.gradle and build.gradle.kts: dependencies and plugins that stand there literally, `implementation("group:artifact:1.0")`,
 * `group: 'g', name: 'a', version: '1.0'`, `id("plugin") version "1.0"`; versions by a variable that the file sets. Nothing is run.
 */
export const buildGradle: PackageFormat = {
  id: 'build.gradle',
  kind: 'manifest',
  matches: path => /\.gradle(?:\.kts)?$/.test(path),
  parse: text =>
    packageFile(buildGradle, text, draft => {
      const code = withoutComments(text, 'c');
      const variables = variablesOf(code);
      addCoordinates(draft, code, variables);
      addMaps(draft, code, variables);
      addPlugins(draft, code, variables);
    }),
};

interface Token {
  readonly value: string;
  readonly start: number;
}

type Variables = ReadonlyMap<string, Token>;

const configuration = String.raw`\b(?<configuration>[A-Za-z]\w{0,60})[ \t]*\(?[ \t]*`;
const wrapper = String.raw`(?:(?:enforcedPlatform|platform|testFixtures|project\.dependencies\.platform)\s*\(\s*)?`;
const coordinates = new RegExp(
  `${configuration}${wrapper}(["'])(?<group>[\\w.-]+):(?<artifact>[\\w.-]+)(?::(?<version>[^:"'@\\s]+))?(?::[\\w.-]+)?(?:@\\w+)?\\2`,
  'dg',
);

function addCoordinates(draft: Draft, code: string, variables: Variables): void {
  for (const { groups, indices } of code.matchAll(coordinates)) {
    const { configuration: kind = '', group, artifact, version } = groups ?? {};
    if (!configurations.test(kind)) continue;
    const start = indices!.groups!.version?.[0] ?? indices!.groups!.artifact![0];
    add(draft, `${group}:${artifact}`, version, { value: version ?? artifact ?? '', start }, kind, variables);
  }
}

const maps = new RegExp(
  `${configuration}group\\s*[:=]\\s*(["'])(?<group>[\\w.-]+)\\2\\s*,\\s*name\\s*[:=]\\s*(["'])(?<artifact>[\\w.-]+)\\4(?:\\s*,\\s*version\\s*[:=]\\s*(?:(["'])(?<version>[^"']+)\\6|(?<variable>[\\w.]+)))?`,
  'dg',
);

function addMaps(draft: Draft, code: string, variables: Variables): void {
  for (const { groups, indices } of code.matchAll(maps)) {
    const { configuration: kind = '', group, artifact, version, variable } = groups ?? {};
    if (!configurations.test(kind)) continue;
    const start = (indices!.groups!.version ?? indices!.groups!.variable ?? indices!.groups!.artifact)![0];
    const written = variable ? `$${variable}` : version;
    add(
      draft,
      `${group}:${artifact}`,
      written,
      { value: version ?? variable ?? artifact ?? '', start },
      kind,
      variables,
    );
  }
}

const plugins =
  /\bid[ \t]*\(?[ \t]*(["'])(?<id>[\w.-]+)\1[ \t]*\)?[ \t]*\.?version[ \t]*\(?[ \t]*(?:(["'])(?<version>[^"'\n]+)\3|(?<variable>[\w.]+))/dg;

function addPlugins(draft: Draft, code: string, variables: Variables): void {
  for (const { groups, indices } of code.matchAll(plugins)) {
    const { id, version, variable } = groups ?? {};
    const start = (indices!.groups!.version ?? indices!.groups!.variable)![0];
    const written = variable ? `$${variable}` : version;
    add(
      draft,
      `${id}:${id}.gradle.plugin`,
      written,
      { value: version ?? variable ?? '', start },
      'classpath',
      variables,
    );
  }
}

/** The configurations that take dependencies, those of source sets and variants too. */
const configurations =
  /^(?:api|compile|runtime|implementation|classpath|kapt|ksp|annotationProcessor|provided|developmentOnly|detektPlugins|coreLibraryDesugaring|(?:\w+(?:Api|Compile|CompileOnly|CompileOnlyApi|Runtime|RuntimeOnly|Implementation|AnnotationProcessor))|compileOnly|compileOnlyApi|runtimeOnly|kapt\w+|ksp\w+)$/;

function add(
  draft: Draft,
  name: string,
  written: string | undefined,
  token: Token,
  kind: string,
  variables: Variables,
): void {
  const variable = written && /^\$\{?([\w.]+)\}?$/.exec(written)?.[1];
  const set = variable ? variables.get(variable.replace(/^(?:project|rootProject|ext|libs)\./g, '')) : undefined;
  const place = set ?? token;
  const use: PackageEntry['use'] = /test/i.test(kind)
    ? 'dev'
    : /classpath|processor|kapt|ksp/i.test(kind)
      ? 'build'
      : undefined;
  draft.add(
    { ecosystem: 'Maven', name, direct: true, ...(use ? { use } : {}), ...mavenVersion(set?.value ?? written) },
    { start: place.start, end: place.start + place.value.length },
  );
}

/** `def a = '1.0'`, `val a = "1.0"`, `ext.a = '1.0'`, `a = '1.0'` in `ext { … }`, `set("a", "1.0")`. */
function variablesOf(code: string): Variables {
  const assignment =
    /(?:^|[\s{;.])(?:set\(\s*["'])?(?<name>\w+)(?:\s*:\s*String)?\s*(?:=|["']\s*,|\s+by\s+extra\()\s*(["'])(?<value>\d[\w.+-]*)\2/dg;
  const variables = new Map<string, Token>();
  for (const { groups, indices } of code.matchAll(assignment))
    variables.set(groups!.name!, { value: groups!.value!, start: indices!.groups!.value![0] });
  return variables;
}
