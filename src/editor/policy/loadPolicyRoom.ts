/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './policyRoom'): typeof import('./policyRoom');

/** What tells of the policy and changes it, read when somebody opens one of its files or calls one of its commands. */
export function loadPolicyRoom(): typeof import('./policyRoom') {
  return require('./policyRoom');
}
