import { withoutSmallCells } from '@wuxin/ballot-box';
import type { BoxView } from '../../common/api';
import type { MotionRecord } from '../store';

/** `privacy.min_cell`: of fewer ballots nothing is shown by itself. */
const MINIMUM_CELL = 5;

/** How many have voted while others still do: with few, whoever has just put the phone away would be known to have. */
export const shownNumber = (ballots: number): number | null => (ballots < MINIMUM_CELL ? null : ballots);

type ShownMotion = Pick<MotionRecord, 'box' | 'way' | 'counted'>;

/**
 * What is shown of a box. In a mixed vote phones are one part of the ballots and paper the other: with few in either part the choices of the
 * box, and its head, from which few choices could be tried out, would tell of these few. Only the whole result is shown then, and before it
 * is there only receipts.
 *
 * @param inBox ballots in a box that is not opened
 */
export function shownBox(motion: ShownMotion, inBox: number): BoxView {
  const { box } = motion;
  if (!box) return { ballots: shownNumber(inBox), isOpened: false, head: null, receipts: [], choices: [], spoilt: 0 };
  const { receipts, head } = box;
  if (isTelling(motion)) return { ballots: null, isOpened: true, head: null, receipts: [...receipts], choices: [], spoilt: 0 };
  const choices = box.choices.map((one) => (one === null ? null : [...one]));
  const spoilt = choices.filter((choice) => choice === null).length;
  return { ballots: receipts.length, isOpened: true, head, receipts: [...receipts], choices, spoilt };
}

/** Does one part of the ballots of a mixed vote tell of few, by itself or as the rest of the whole? */
export function isTelling({ box, way, counted }: ShownMotion): boolean {
  if (way !== 'mixed') return false;
  const phones = box?.receipts.length ?? 0;
  const all = counted?.recovered;
  if (typeof all !== 'number') return true;
  const cells = [
    { name: 'phones', counts: { ballots: phones } },
    { name: 'paper', counts: { ballots: all - phones } },
  ];
  return withoutSmallCells(cells, MINIMUM_CELL).some(({ counts }) => counts === null);
}
