// What tells of the policy and changes it, which the package holds in a file of its own: most windows never open one of its files.
export { chooseProfile } from './chooseProfile';
export { explainFinding } from './explainFinding';
export { createPolicyDiagnostics } from './policyDiagnostics';
export { provideFixes, runFix } from './policyFixes';
export { openPolicyPage } from './policyPage';
export { provideCompletions, provideRuleHover } from './policyProviders';
export { putVendorOnRecord } from './putVendorOnRecord';
export { sharePolicy } from './sharePolicy';
export { simulatePolicy } from './simulatePolicy';
export { switchOffVendor, switchOnVendor } from './switchVendor';
export { verifyTrail } from './verifyTrail';
export { waiveFinding } from './waiveFinding';
