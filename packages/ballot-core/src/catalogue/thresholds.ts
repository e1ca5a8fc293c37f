import type { Measure } from '../measure';
import type { Threshold } from '../threshold';

/** 过半数: more than half of the base. */
export const moreThanHalf = (base: Measure): Threshold => ({ operator: 'moreThan', num: 1, den: 2, base });

/** …以上: the share itself is enough. */
export const atLeast = (num: number, den: number, base: Measure): Threshold => ({ operator: 'atLeast', num, den, base });
