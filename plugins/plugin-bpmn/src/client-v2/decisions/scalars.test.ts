import { cellOf, scalarOf } from './scalars';

it('takes numbers and yes or no for what they are, and everything else as text', () => {
  expect(['3', '-0.5', 'true', ' agree ', '', '1e'].map(scalarOf)).toEqual([3, -0.5, true, 'agree', '', '1e']);
});

it('puts texts between quotes in a cell', () => {
  expect(['a"b', 3, false].map(cellOf)).toEqual(['"a\\"b"', '3', 'false']);
});
