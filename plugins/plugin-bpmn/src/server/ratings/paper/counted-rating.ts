import type { Element } from '@wuxin/bpmn-core';

/**
 * The rating whose paper sheets are counted at this step: a confidential user task with the property `counts`, the id of the rating, and
 * `raters`, the variable with the ids of who was given a paper sheet. What a teller (计票人) enters goes into no record, history or log.
 */
export function countedRating({ settings }: Pick<Element, 'settings'>): string | undefined {
  return settings.confidential === true ? settings.config?.['counts'] : undefined;
}
