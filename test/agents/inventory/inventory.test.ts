import assert from 'node:assert/strict';
import { inventoryClients } from '../../../src/agents/inventory/clients';
import { readAgentFile } from '../../../src/agents/inventory/inventory';
import { readerOf } from '../../../src/agents/inventory/places';
import type { AgentFix, AgentReading } from '../../../src/core/agents';
import { badCommandLines, goodCommandLines } from './cases/commandLines';
import { badEditors, goodEditors } from './cases/editors';
import { badRepository, goodRepository } from './cases/repository';
import { badVariants, goodVariants } from './cases/variants';
import { check, type InventoryCase, ports, unmark } from './inventoryCase';

describe('the inventory of AI clients', () => {
  for (const one of [...goodEditors, ...goodCommandLines, ...goodRepository, ...goodVariants])
    it(`has nothing to say against ${one.path}, as its client's documentation writes it`, () => {
      assert.ok(!/‹/.test(one.text), 'a good configuration bears no marks');
      check(one);
    });

  for (const one of [...badEditors, ...badCommandLines, ...badRepository, ...badVariants])
    it(`tells what is wrong with ${one.path}, and where`, () => void check(one));

  it('puts right what it tells: each edit leaves a file that can be read and has that defect no more', () => {
    let tried = 0;
    for (const one of [...badEditors, ...badCommandLines, ...badRepository, ...badVariants]) {
      const { file } = unmark(one);
      const before = readAgentFile(file, ports);
      const count = ({ findings }: AgentReading, detector: string) =>
        findings.filter(it => it.detector === detector).length;
      for (const { detector, fix } of before.findings) {
        if (!fix || fix.edits.length === 0 || fix.asks) continue;
        const after = readAgentFile({ ...file, text: applied(file.text, fix) }, ports);
        const told = `${one.path}: ${detector}: ${fix.title}`;
        assert.deepEqual(after.faults, [], told);
        assert.ok(count(after, detector) < count(before, detector), told);
        assert.ok(after.findings.length < before.findings.length, told);
        tried++;
      }
    }
    assert.ok(tried >= 60, String(tried));
  });

  it('covers at least twelve clients both ways', () => {
    const clients = (cases: readonly InventoryCase[]) =>
      new Set(cases.map(it => readerOf(it.path, it.place ?? 'workspace')?.client.id));
    const good = clients([...goodEditors, ...goodCommandLines]);
    const bad = clients([...badEditors, ...badCommandLines]);
    const both = inventoryClients.filter(({ id }) => good.has(id) && bad.has(id)).map(it => it.id);
    assert.ok(both.length >= 17, both.join(', '));
  });
});

/** The edits from the last to the first, so that none moves another. */
function applied(text: string, { edits }: AgentFix): string {
  const ordered = [...edits].sort((a, b) => b.span.start - a.span.start);
  return ordered.reduce((made, { span, text: by }) => made.slice(0, span.start) + by + made.slice(span.end), text);
}
