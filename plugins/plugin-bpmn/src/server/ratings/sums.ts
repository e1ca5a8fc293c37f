import type { Tx } from '../runtime/tx';
import { tables, type ReadTx, type SumsRecord } from '../store';
import type { Sheet } from './sheet';

interface Rating {
  readonly instanceId: string;
  readonly elementId: string;
}

const idOf = ({ instanceId, elementId }: Rating): string => `${instanceId}:${elementId}`;

export const sumsOf = (tx: ReadTx, rating: Rating): Promise<SumsRecord | undefined> => tables.sums.find(tx, { id: idOf(rating) });

/**
 * Adds one sheet to the sums of its rating, in the transaction that closes the rater's task. The whole row is written whatever was
 * chosen, so that the statement that is logged is the same for every sheet. The case must be locked.
 */
export async function addToSums(tx: Tx, rating: Rating, sheet: Sheet, values: Readonly<Record<string, unknown>>): Promise<void> {
  const before = await sumsOf(tx, rating);
  const items = [...sheet].map(([item, choices]) => {
    const count = (choice: string) => (before?.counts[item]?.[choice] ?? 0) + (values[item] === choice ? 1 : 0);
    return [item, Object.fromEntries(choices.map((choice) => [choice, count(choice)]))] as const;
  });
  const sums = { sheets: (before?.sheets ?? 0) + 1, counts: Object.fromEntries(items) };
  if (before) await tables.sums.update(tx, { id: before.id }, sums);
  else await tables.sums.insert(tx, [{ id: idOf(rating), ...rating, ...sums }]);
}
