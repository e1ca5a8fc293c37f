import { readFileSync } from 'node:fs';
import { CREATED } from './create-menu';

it('makes with the keyboard whatever the palette of the installed bpmn-js makes', () => {
  const source = readFileSync(require.resolve('bpmn-js/lib/features/palette/PaletteProvider'), 'utf8');
  const offered = [...source.matchAll(/'(create\.[a-z-]+)'/g)].map(([, id]) => id);

  expect(offered.length).toBeGreaterThan(8);
  expect([...CREATED].sort()).toEqual([...new Set(offered)].sort());
});
