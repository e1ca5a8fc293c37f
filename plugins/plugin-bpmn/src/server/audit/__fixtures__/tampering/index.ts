import type { World } from '../world';
import { casesOf } from './cases';
import { historyOf } from './history';
import type { Tampering } from './tampering';
import { tokensOf } from './tokens';
import { workOf } from './work';

export { deleteHistory } from './spoil';

/** Everything that can be wrong by itself, but for rows of history that are inserted. */
export const tamperingWith = (world: World, lengthOf: (instanceId: string) => number): readonly Tampering[] => [
  ...historyOf(world, lengthOf),
  ...casesOf(world),
  ...tokensOf(world),
  ...workOf(world),
];
