import { ADMINISTRATOR_ROLES } from '../runtime/administrators';
import type { GroupKey } from './types';

/** Who is asked when a policy says `administrators`. */
export const administratorKeys: readonly GroupKey[] = ADMINISTRATOR_ROLES.map((role) => `role:${role}`);
