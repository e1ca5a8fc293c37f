import type { Element } from '@wuxin/bpmn-core';

/**
 * A rating (测评) is a user task with `wuxin:confidential="true"`: what its form sends is added to sums and kept nowhere else. Who has
 * handed in is known, what they entered is not.
 */
export const isRating = ({ settings }: Pick<Element, 'settings'>): boolean => settings.confidential === true;
