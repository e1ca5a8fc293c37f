import { execFileSync } from 'node:child_process';
import { ROOT } from './files';

interface Bundle {
  plugin: string;
  bytes: number;
  inputs: string[];
}

/** As bytes of minified JavaScript; a quarter of it goes over the wire. */
const LARGEST_BYTES = 440_000;

describe('what every page loads of the plugins', () => {
  // esbuild wants a Node of its own: jest's TextEncoder is of another realm
  const script = "require('./scripts/lib/bundled.cjs').clientBundles().then((found) => console.log(JSON.stringify(found)))";
  const bundles = JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' })) as Bundle[];
  const own = bundles.find(({ plugin }) => plugin === '@wuxin/plugin-bpmn');

  it('has neither viewer nor editor of diagrams in it: they are files of their own', () => {
    const inputs = own?.inputs ?? [];

    expect(inputs.filter((input) => input.includes('client-v2/designer/DesignerPage'))).toHaveLength(1);
    expect(inputs.filter((input) => /node_modules\/(bpmn-js|diagram-js|bpmn-moddle|moddle)/.test(input))).toEqual([]);
    expect(inputs.filter((input) => /\/(diagram|designer)\/lazy\//.test(input))).toEqual([]);
  });

  it('stays small', () => {
    expect(own?.bytes).toBeLessThan(LARGEST_BYTES);
  });
});
