import { findNodeAtLocation, getLocation, getNodeValue, type Node } from 'jsonc-parser';
import * as vscode from 'vscode';
import { createPolicy, type Rule, stricter } from '../../core/policy';
import { pathOf } from '../findings/scanDocuments';
import type { Parts } from '../parts';
import { neverHolds } from './neverHolds';
import { policyCompletions } from './policyCompletions';
import { factsFor, kindOf, knownDetectors, vendorsOf } from './policyFacts';
import { settingsWithin, treeOf } from './policyFiles';

/** Detectors, destinations, vendors and variables where the policy names them. */
export function provideCompletions(
  parts: Parts,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.CompletionItem[] {
  const kind = kindOf(parts, document.uri);
  if (!kind) return [];
  const offered = policyCompletions(document.getText(), document.offsetAt(position), kind, {
    detectors: knownDetectors(parts),
    vendors: [...new Set(vendorsOf(parts).map(({ name }) => name))],
    models: modelsOnOffer,
    t: vscode.l10n.t,
  });
  if (!offered) return [];
  const word = document.getWordRangeAtPosition(position, /[\w.]+/);
  return offered.names.map(({ name, title }, index) => {
    const item = new vscode.CompletionItem({ label: name, description: title }, vscode.CompletionItemKind.Value);
    const text = JSON.stringify(name);
    if (offered.within) {
      item.insertText = text.slice(1, -1);
      if (word) item.range = word;
    } else {
      item.insertText = text;
      item.filterText = text;
      if (offered.span)
        item.range = new vscode.Range(document.positionAt(offered.span.start), document.positionAt(offered.span.end));
    }
    item.sortText = `0${String(index).padStart(5, '0')}`;
    return item;
  });
}

/** The models behind the guarded ones, by their vendors; filled when the editor tells them. */
let modelsOnOffer: readonly string[] = [];
void Promise.resolve(vscode.lm?.selectChatModels({})).then(
  models => {
    modelsOnOffer = (models ?? [])
      .filter(({ vendor }) => vendor !== 'lockside')
      .map(({ vendor, id }) => `${vendor}/${id}`);
  },
  () => undefined,
);

/** What a rule matches now, and which layer overrides it. */
export function provideRuleHover(
  parts: Parts,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const kind = kindOf(parts, document.uri);
  const found = kind && kind !== 'waivers' ? ruleAt(document, position, settingsWithin(kind)) : undefined;
  if (!found) return undefined;
  const { node, rule, later } = found;
  const markdown = new vscode.MarkdownString('', true);
  for (const line of linesOf(parts, document.uri, rule, later)) markdown.appendMarkdown(`${line}\n\n`);
  const range = new vscode.Range(document.positionAt(node.offset), document.positionAt(node.offset + node.length));
  return new vscode.Hover(markdown, range);
}

interface FoundRule {
  readonly node: Node;
  readonly rule: Rule;
  readonly later: readonly Rule[];
}

function ruleAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  within: readonly string[],
): FoundRule | undefined {
  const text = document.getText();
  const { path } = getLocation(text, document.offsetAt(position));
  const [setting, index] = path.slice(within.length);
  if (setting !== 'lockside.rules' || typeof index !== 'number') return undefined;
  const root = treeOf(text);
  const list = root && findNodeAtLocation(root, [...within, 'lockside.rules']);
  const node = list?.children?.[index];
  const all: unknown = list && getNodeValue(list);
  const rule: unknown = Array.isArray(all) ? all[index] : undefined;
  if (!node || !isRule(rule)) return undefined;
  return { node, rule, later: (all as unknown[]).slice(index + 1).filter(isRule) };
}

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'action' in value;
}

function linesOf(parts: Parts, uri: vscode.Uri, rule: Rule, later: readonly Rule[]): string[] {
  const { t } = vscode.l10n;
  const { layer, policies } = factsFor(parts, uri);
  const { matched, overridden, files } = matchesOf(parts, rule);
  const idle = neverHolds(rule, later, layer, policies);
  return [
    `**${t('Lockside: a rule of the {0} policy', layer)}**`,
    matched === 0
      ? t('It matches none of the findings that are open now, on the way to a model.')
      : t('On the way to a model it matches {0} of the findings that are open now, in {1} files.', matched, files),
    ...(overridden > 0 ? [t('For {0} of them another layer is stricter, and that holds.', overridden)] : []),
    ...(idle?.by === 'layer'
      ? [
          t(
            'It can never hold: the {0} policy says {1} of all it names ({2}).',
            idle.layer,
            idle.action,
            escaped(idle.reason),
          ),
        ]
      : []),
    ...(idle?.by === 'later'
      ? [t('It can never hold: a later rule decides about all it names ({0}).', escaped(idle.reason))]
      : []),
  ];
}

/** What the rule says by itself, beside what holds. Bounded: a workspace may have a hundred thousand findings. */
function matchesOf(parts: Parts, rule: Rule): { matched: number; overridden: number; files: number } {
  const alone = createPolicy([{ layer: 'workspace', tightenOnly: false, rules: [rule] }], '0000-00-00');
  const holds = parts.guard.policy();
  const destination = { kind: 'model', name: wayTo(rule) } as const;
  let [matched, overridden, files, left] = [0, 0, 0, mostFindings];
  for (const { uri, decisions } of parts.findings.all()) {
    const source = { path: pathOf({ uri }) };
    const before = matched;
    for (const { finding } of decisions) {
      if (left-- <= 0) break;
      if (!alone.explain(finding.detector, source, destination).some(({ layer }) => layer === 'workspace')) continue;
      matched++;
      if (stricter(holds.decide(finding, source, destination).action, rule.action)) overridden++;
    }
    if (matched > before) files++;
  }
  return { matched, overridden, files };
}

const mostFindings = 20_000;

/** A model that the rule speaks of, or any. */
function wayTo({ destinations = [] }: Rule): string {
  const named = destinations.find(name => name.startsWith('model:'))?.slice('model:'.length) ?? 'any';
  return named.replace(/\*+/g, 'any').replaceAll('?', 'x') || 'any';
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|$~&]/g, '\\$&').replace(/\s+/g, ' ');
}
