import type { Answer } from './api';

/** What may be answered to a motion that is no election, in the order in which it is asked. */
export const ANSWERS: readonly Answer[] = ['approve', 'oppose', 'abstain'];
