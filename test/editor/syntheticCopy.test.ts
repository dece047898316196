import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openText } from './documents';

const csv = [
  'first_name,last_name,email,phone',
  'Martha,Keller,martha.keller@web.de,+49 30 901820',
  'Otto,Ziegler,otto.ziegler@gmx.de,+49 30 901821',
  'Uwe,Vogt,uwe.vogt@web.de,+49 30 901822',
  'Martha,Keller,martha.keller@web.de,+49 30 901820',
].join('\n');

describe('a synthetic copy', function () {
  this.timeout(60_000);
  afterEach(closeAll);

  it('opens beside the text, with made-up people in the same columns', async () => {
    const document = await openText(csv);
    const twin = await vscode.commands.executeCommand<vscode.Uri>('lockside.synthesize');
    assert.match(twin.path, /\.synthetic/);
    const copy = vscode.window.activeTextEditor?.document;
    assert.equal(copy?.uri.toString(), twin.toString());
    const rows = copy?.getText().split('\n') ?? [];
    assert.equal(rows.length, 5);
    assert.equal(rows[0], csv.split('\n')[0]);
    assert.equal(rows[1], rows[4], 'the same person became the same one');
    assert.ok(!/Keller|Ziegler|Vogt|web\.de|gmx\.de/.test(rows.join()), 'somebody is left');
    assert.match(rows[1] ?? '', /@example\.(?:com|org|net),\+49 30 /);
    assert.equal(document.getText(), csv);
  });
});
