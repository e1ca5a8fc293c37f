import type { Element } from '@wuxin/bpmn-core';
import { isRating } from './is-rating';

/** What would tell more of a rater than that they have handed in, or let somebody rate themselves; found before a file is kept. */
export function findRatingProblems(element: Pick<Element, 'id' | 'name' | 'settings'>): readonly { readonly code: string }[] {
  const { settings } = element;
  if (!isRating(element)) return [];
  const outcomes = settings.outcomes ?? [];
  const isHandIn = outcomes.every(({ requiresOpinion, skipsRequired }) => !requiresOpinion && !skipsRequired);
  return [
    ...(outcomes.length > 1 || !isHandIn ? [{ code: 'rating.outcomes' }] : []),
    ...(settings.subjects ? [] : [{ code: 'rating.subject' }]),
    ...(settings.config?.['counts'] && !settings.config['raters'] ? [{ code: 'rating.countRaters' }] : []),
    // nobody's deadline fills in a sheet
    ...(settings.deadline?.steps.some(({ action }) => action === 'outcome') ? [{ code: 'rating.deadline' }] : []),
  ];
}
