import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSodium } from '../sodium';
import { chainHead, type ClosedBox } from '.';

test('the example of the README has the head that its lists give', async () => {
  const file = join(__dirname, '../../examples/closed-box.json');
  const box = JSON.parse(readFileSync(file, 'utf8')) as ClosedBox; // as the README says

  expect(chainHead(await loadSodium(), box)).toBe(box.head);
  expect(box.choices).toHaveLength(box.receipts.length);
});
