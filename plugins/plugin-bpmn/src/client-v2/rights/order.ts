import type { RightKey } from '../../common/api';

/** In the order in which people read them: the one for all of it first, the most dangerous last. */
export const RIGHT_ORDER = [
  'processes',
  'design',
  'publish',
  'migrate',
  'parameters',
  'bind',
] as const satisfies readonly RightKey[];
