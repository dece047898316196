import type { Say } from './view';

/** What each check of `compliance/checks.ts` is about, for people. */
export function checkTitles(t: Say): Readonly<Record<string, string>> {
  return {
    secrets: t('Secrets kept from AI'),
    'personal-data': t('Personal, health and payment data kept from models'),
    'test-data': t('No real data in tests'),
    destinations: t('Destinations, regions and vendors'),
    injection: t('Injected instructions and hidden text'),
    'agent-configuration': t("Agents' configuration under control"),
    mcp: t('MCP servers that can be trusted'),
    exfiltration: t('No way out through tools, commands and addresses'),
    agency: t('Agents that may do no more than they need'),
    packages: t('Packages without known holes or fakes'),
    models: t('Integrity of models and data sets'),
    inventory: t('Inventory of packages and AI clients'),
    'audit-log': t('Audit log that nobody has changed'),
    'kept-half-year': t('Audit log kept for six months'),
    'kept-year': t('Audit log kept for twelve months'),
    drift: t('Drift and anomalies'),
    'sign-off': t('Sign-off by people'),
    incident: t('Incidents told in time'),
  };
}
