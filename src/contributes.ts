/**
 * Every name that package.json and the code share: one test compares the two, so a forgotten one fails.
 */
export const commands = {
  auditWorkspace: 'lockside.auditWorkspace',
  checkTranscripts: 'lockside.checkTranscripts',
  redactPrompt: 'lockside.redactPrompt',
  redactFile: 'lockside.redactFile',
  redactFinding: 'lockside.redactFinding',
  copySafe: 'lockside.copySafe',
  copyTerminal: 'lockside.copyTerminal',
  pasteSafe: 'lockside.pasteSafe',
  restoreFile: 'lockside.restoreFile',
  synthesize: 'lockside.synthesize',
  showCoverage: 'lockside.showCoverage',
  showMenu: 'lockside.showMenu',
  showLog: 'lockside.showLog',
  nextFinding: 'lockside.nextFinding',
  previousFinding: 'lockside.previousFinding',
  pause: 'lockside.pause',
  resume: 'lockside.resume',
  suppressFinding: 'lockside.suppressFinding',
  acceptFindings: 'lockside.acceptFindings',
  openSample: 'lockside.openSample',
  shareTeamPolicy: 'lockside.shareTeamPolicy',
  chooseGuardedModel: 'lockside.chooseGuardedModel',
  setUpClient: 'lockside.setUpClient',
  startGateway: 'lockside.startGateway',
  forgetPlaceholders: 'lockside.forgetPlaceholders',
  showFindings: 'lockside.showFindings',
  clearFindings: 'lockside.clearFindings',
  verifyKey: 'lockside.verifyKey',
  showClass: 'lockside.showClass',
  showPromptHints: 'lockside.showPromptHints',
  clearOutputs: 'lockside.clearOutputs',
  checkPackages: 'lockside.checkPackages',
  listPackages: 'lockside.listPackages',
  updateAdvisories: 'lockside.updateAdvisories',
  importAdvisories: 'lockside.importAdvisories',
  exportSbom: 'lockside.exportSbom',
  compareSbom: 'lockside.compareSbom',
} as const;

/** The settings, without the `lockside.` before them. */
export const settings = {
  detectionRun: 'detection.run',
  detectionSeverity: 'detection.severity',
  maximumFileSize: 'detection.maximumFileSize',
  rules: 'rules',
  vendors: 'vendors',
  approvers: 'approvers',
  signOff: 'signOff',
  ciRequired: 'ci.required',
  profiles: 'profiles',
  extends: 'extends',
  unguardedModels: 'guard.unguardedModels',
  restore: 'guard.restore',
  minimisation: 'guard.minimisation',
  mcpPermissions: 'mcp.permissions',
  mcpAllowedHosts: 'mcp.allowedHosts',
  mcpAllowedServers: 'mcp.allowedServers',
  mcpUnlockedServers: 'mcp.unlockedServers',
  paste: 'paste',
  suppressions: 'suppressions',
  fingerprintSalt: 'fingerprintSalt',
  classes: 'classes',
  detectors: 'detectors',
  foreignRules: 'foreignRules',
  licences: 'licences',
  advisoriesSource: 'advisories.source',
  advisoriesUrl: 'advisories.url',
  auditTrail: 'audit.trail',
  auditRequired: 'audit.required',
  askRegistries: 'packages.askRegistries',
  newWithinDays: 'packages.newWithinDays',
  verificationProviders: 'verification.providers',
} as const;

/** Keys for `when` clauses. */
export const contextKeys = {
  hasFindings: 'lockside.hasFindings',
  agentsPermissions: 'agents.permissions',
  paused: 'lockside.paused',
  sampleRedacted: 'lockside.sampleRedacted',
  audited: 'lockside.audited',
  guardedModelUsed: 'lockside.guardedModelUsed',
  teamPolicy: 'lockside.teamPolicy',
} as const;

export const views = { findings: 'lockside.findings', container: 'lockside' } as const;

/** The vendor under which guarded models stand in the picker, and the scheme of the redacted file system. */
export const modelVendor = 'lockside';
export const safeScheme = 'lockside-safe';
