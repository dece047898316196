import { printable } from '../core/printable';
import { controlsOf, gapScore, type LayeredVendor } from '../core/vendors';
import { findRoot } from '../io/findRoot';
import { write } from '../io/output';
import { userSettingsFile } from '../io/stateFolder';
import { readWorkspaceSettings } from '../io/workspaceSettings';

/** Shows what is on record about every vendor, control by control, and how much is missing. Exit code 1 where something is. */
export async function vendorsCommand(options: { json?: boolean }): Promise<number> {
  const today = new Date().toISOString().slice(0, 10);
  const { policies } = readWorkspaceSettings({ root: findRoot(process.cwd()), userFile: userSettingsFile(), today });
  const vendors = policies.flatMap(({ layer, vendors = [] }) =>
    vendors.map((vendor): LayeredVendor => ({ ...vendor, layer })),
  );
  const rows = vendors.map(vendor => {
    const controls = controlsOf(vendor, today);
    return { vendor, controls, gap: gapScore(controls) };
  });
  if (options.json) {
    const told = rows.map(({ vendor: { name, layer, disabled }, controls, gap }) => ({
      name,
      layer,
      disabled,
      gap,
      controls,
    }));
    await write(process.stdout, `${JSON.stringify(told, undefined, 2)}\n`);
  } else await write(process.stdout, rows.length === 0 ? none : rows.map(row => describe(row)).join('\n'));
  return rows.some(({ gap }) => gap > 0) ? 1 : 0;
}

const none =
  'no vendor is on record: "lockside.vendors" in .vscode/settings.json names who gets data, and on what terms\n';

interface Row {
  readonly vendor: LayeredVendor;
  readonly controls: ReturnType<typeof controlsOf>;
  readonly gap: number;
}

function describe({ vendor: { name, layer, disabled }, controls, gap }: Row): string {
  const head = `${name} (${layer}): ${gap === 0 ? 'complete' : `${gap} % missing`}${disabled === undefined ? '' : `; switched off: ${disabled}`}`;
  const lines = controls.map(
    ({ control, value, state }) => `  ${state === 'met' ? '✓' : '✗'} ${control.padEnd(10)} ${value}`,
  );
  return [head, ...lines].map(line => `${printable(line)}\n`).join('');
}
