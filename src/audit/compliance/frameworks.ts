/** The catalogues that controls are named after, each with the version that was read: names and numbers change. */
export const frameworks = [
  { id: 'gdpr', title: 'GDPR', version: 'Regulation (EU) 2016/679', prefix: 'Art. ' },
  { id: 'hipaa', title: 'HIPAA', version: '45 CFR Part 164', prefix: '§ ' },
  { id: 'ccpa', title: 'CCPA', version: 'Cal. Civ. Code § 1798', prefix: '§ 1798' },
  { id: 'pci', title: 'PCI DSS', version: '4.0.1', prefix: '' },
  { id: 'ai-act', title: 'EU AI Act', version: 'Regulation (EU) 2024/1689', prefix: 'Art. ' },
  { id: 'nist-ai-rmf', title: 'NIST AI RMF', version: '1.0', prefix: '' },
  { id: 'iso-42001', title: 'ISO/IEC 42001', version: '2023, Annex A', prefix: 'A.' },
  { id: 'soc2', title: 'SOC 2', version: 'Trust Services Criteria 2017', prefix: '' },
  { id: 'owasp-llm', title: 'OWASP Top 10 for LLM applications', version: '2025', prefix: 'LLM' },
  { id: 'owasp-agentic', title: 'OWASP Top 10 for agentic applications', version: '2026', prefix: 'ASI' },
  { id: 'atlas', title: 'MITRE ATLAS', version: '5.6', prefix: 'AML.' },
] as const;

export type FrameworkId = (typeof frameworks)[number]['id'];
