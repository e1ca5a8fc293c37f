import type { Element } from '@wuxin/bpmn-core';
import { badInput } from '../runtime/errors';
import { isRating } from './is-rating';
import { countedRating, countFormOf } from './paper';
import { sheetOf } from './sheet';

type Form = NonNullable<Parameters<typeof sheetOf>[1]>;

/**
 * The frozen forms of a version can be summed up: those of ratings, and those in which tellers count their paper sheets.
 * @throws bad input `rating.form`, `rating.countForm`, `rating.countOf`
 */
export function mustBeRatingForms(elements: Readonly<Record<string, Element>>, forms: Readonly<Record<string, Form>>): void {
  for (const element of Object.values(elements).filter(isRating)) {
    const counted = countedRating(element);
    const rating = elements[counted ?? element.id];
    if (!rating || !isRating(rating) || (counted !== undefined && countedRating(rating) !== undefined))
      throw badInput('rating.countOf', { elementName: element.name ?? element.id, of: counted });
    const sheet = sheetOf(rating, forms[rating.id]);
    if (counted !== undefined) countFormOf(element, forms[element.id], sheet);
  }
}
