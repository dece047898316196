let passed = 0;
let failed = 0;

/** Says whether something holds, for a program that is no test of mocha's; and why not, in 500 characters. */
export function check(what: string, holds: boolean, why = ''): void {
  if (holds) passed++;
  else failed++;
  console.log(`${holds ? '✓' : '✗'} ${what}${holds || why === '' ? '' : `: ${why.slice(0, 500)}`}`);
}

/** Ends with the line `N passed, N failed`, and the program with 1 if something failed. */
export function sumUp(): void {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
