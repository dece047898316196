import assert from 'node:assert/strict';
import { inventoryClients } from '../../../src/agents/inventory/clients';
import { readerOf } from '../../../src/agents/inventory/places';
import { badCommandLines, goodCommandLines } from './cases/commandLines';
import { badEditors, goodEditors } from './cases/editors';
import { badRepository, goodRepository } from './cases/repository';
import { badVariants, goodVariants } from './cases/variants';
import { check, type InventoryCase } from './inventoryCase';

describe('the inventory of AI clients', () => {
  for (const one of [...goodEditors, ...goodCommandLines, ...goodRepository, ...goodVariants])
    it(`has nothing to say against ${one.path}, as its client's documentation writes it`, () => {
      assert.ok(!/‹/.test(one.text), 'a good configuration bears no marks');
      check(one);
    });

  for (const one of [...badEditors, ...badCommandLines, ...badRepository, ...badVariants])
    it(`tells what is wrong with ${one.path}, and where`, () => void check(one));

  it('covers at least twelve clients both ways', () => {
    const clients = (cases: readonly InventoryCase[]) =>
      new Set(cases.map(it => readerOf(it.path, it.place ?? 'workspace')?.client.id));
    const good = clients([...goodEditors, ...goodCommandLines]);
    const bad = clients([...badEditors, ...badCommandLines]);
    const both = inventoryClients.filter(({ id }) => good.has(id) && bad.has(id)).map(it => it.id);
    assert.ok(both.length >= 17, both.join(', '));
  });
});
