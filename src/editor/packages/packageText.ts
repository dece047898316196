import * as vscode from 'vscode';
import type { Finding } from '../../core/model';
import type { PackageFinding } from '../../core/packages';

export function isPackageFinding(finding: Finding): finding is PackageFinding {
  return finding.kind === 'supply';
}

/** One line: which package, and what is wrong with it. */
export function packageMessage({ reason, entry }: PackageFinding): string {
  const message = reason.includes(entry.name) ? reason : `${entry.name}: ${reason}`;
  return message.length > longest ? `${message.slice(0, longest - 1)}…` : message;
}

const longest = 300;

/** The page of the worst advisory; what ships with Lockside and has no id of OSV's has none. */
export function advisoryPage({ advisories }: PackageFinding): vscode.Uri | undefined {
  const [worst] = advisories;
  return worst && [worst.id, ...worst.aliases].map(pageOf).find(page => page !== undefined);
}

/** OSV's page of an advisory. */
export function pageOf(id: string): vscode.Uri | undefined {
  return ids.test(id) ? vscode.Uri.parse(`https://osv.dev/vulnerability/${id}`) : undefined;
}

const ids = /^(?:GHSA|CVE|MAL|PYSEC|RUSTSEC|GO|OSV|HSEC)-[\w-]{1,60}$/;
