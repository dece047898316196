import type { Log, Run } from 'sarif';

/** A SARIF 2.1.0 log of one run of Lockside, as it is written into a file. */
export function sarifLog(version: string, rules: Run['tool']['driver']['rules'], run: Omit<Run, 'tool'>): string {
  const driver = { name: 'Lockside', semanticVersion: version, informationUri: 'https://github.com/lockside/lockside' };
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { ...driver, rules } }, ...run }],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}
