import * as vscode from 'vscode';
import { commands } from '../../contributes';
import type { AgentFinding } from '../../core/agents';
import type { Decision } from '../../core/model';
import type { Pause } from '../findings/pause';
import type { FindingsStore } from '../parts';
import type { FixTarget } from './agentFixes';
import type { AgentReadings } from './agentReadings';
import { frameworkText, itemLines, levelName } from './agentText';

/** Says of what is wrong in an agent's file what it is, why, what helps, and where auditors' catalogues have it. */
export function registerAgentHover(readings: AgentReadings, store: FindingsStore, pause: Pause): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { scheme: 'file' },
    {
      provideHover(document, position) {
        if (pause.isQuiet()) return undefined;
        const read = readings.current(document);
        const told = new Set(store.get(document.uri)?.decisions);
        // A secret is told as one like any other, but its way out of an agent's file is known here.
        const isHere = (one: Decision) => told.has(one) || one.finding.detector === 'agent/inline-secret';
        const here = read?.decisions.filter(one => isHere(one) && read.place(one.finding).contains(position)) ?? [];
        const [first] = here;
        if (!read || !first) return undefined;
        const findings = here.slice(0, mostFindings).map(({ finding }) => finding as AgentFinding);
        const texts = findings.map(finding => {
          const item = read.reading.items.find(({ id }) => id === finding.item);
          return content(document, finding, item ? itemLines(item) : []);
        });
        return new vscode.Hover(texts, read.place(first.finding));
      },
    },
  );
}

const mostFindings = 4;

/** The reasons hold names from the file, so they are shown as they stand. */
function content(document: vscode.TextDocument, finding: AgentFinding, item: readonly string[]): vscode.MarkdownString {
  const { t } = vscode.l10n;
  const { fix } = finding;
  const markdown = new vscode.MarkdownString('', true);
  markdown.isTrusted = { enabledCommands: [commands.fixAgentFinding, commands.showAgents] };
  markdown.appendMarkdown('**Lockside: ').appendText(finding.title).appendMarkdown('** (');
  markdown.appendText(levelName(finding)).appendMarkdown(')\n\n');
  markdown.appendText(t('Why: {0}', finding.reason)).appendMarkdown('\n\n');
  if (fix) markdown.appendText(t('What helps: {0}', fix.title)).appendMarkdown('\n\n');
  const target: FixTarget = { uri: document.uri.toString(), start: finding.start, detector: finding.detector };
  const links = [
    ...(fix && fix.edits.length > 0 ? [link('$(wand) ', t('Fix it…'), commands.fixAgentFinding, [target])] : []),
    link('$(hubot) ', t('All AI agents'), commands.showAgents, []),
  ];
  markdown.appendMarkdown(`${links.join(' &nbsp; ')}\n\n`);
  markdown.appendMarkdown(`${frameworkText(finding)} · \`${finding.detector}\`\n\n`);
  for (const line of item.slice(0, mostLines)) markdown.appendMarkdown('- ').appendText(line).appendMarkdown('\n');
  return markdown;
}

const mostLines = 8;

function link(icon: string, text: string, command: string, args: readonly unknown[]): string {
  return `${icon}[${text}](command:${command}?${encodeURIComponent(JSON.stringify(args))})`;
}
