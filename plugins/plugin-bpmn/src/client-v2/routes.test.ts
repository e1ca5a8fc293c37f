import { extname } from 'node:path';
import { paths } from './routes';

it('never ends in a key, whose dot NocoBase would take for a file', () => {
  const key = 'cov.women_pct';
  const addresses = [
    paths.process(key),
    paths.design(key),
    paths.tryOut(key),
    paths.taskForm(key, key),
    paths.parameter(key),
    paths.decision(key),
  ];

  expect(addresses.filter((address) => extname(address) !== '')).toEqual([]);
});
