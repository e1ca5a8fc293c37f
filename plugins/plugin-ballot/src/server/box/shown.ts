import { withoutSmallCells } from '@wuxin/ballot-box';
import type { BoxView } from '../../common/api';
import type { MotionRecord } from '../store';

/** `privacy.min_cell`: of fewer ballots nothing is shown by itself. */
export const MINIMUM_CELL = 5;

/** How many have voted while others still do: with few, whoever has just put the phone away would be known to have. */
export const shownNumber = (ballots: number): number | null => (ballots < MINIMUM_CELL ? null : ballots);

/**
 * What is shown of an opened box. In a mixed vote phones are one part of the ballots and paper the other: with few in either part the choices of the
 * box, and its head, from which few choices could be tried out, would tell of these few; only the whole result is shown then.
 *
 * @param paperBallots of the same motion; 0 where nobody votes on paper
 */
export function shownBox(
  motion: Pick<MotionRecord, 'box'>,
  { paperBallots, inBox }: { paperBallots: number; inBox: number },
): BoxView {
  const { box } = motion;
  if (!box) return { ballots: shownNumber(inBox), isOpened: false, head: null, receipts: [], choices: [], spoilt: 0 };
  const { receipts, choices, head } = box;
  const spoilt = choices.filter((choice) => choice === null).length;
  const [phones] = withoutSmallCells(
    [
      { name: 'phones', counts: { ballots: receipts.length } },
      { name: 'paper', counts: { ballots: paperBallots } },
    ],
    paperBallots > 0 ? MINIMUM_CELL : 0,
  );
  if (phones?.counts === null)
    return { ballots: null, isOpened: true, head: null, receipts: [...receipts], choices: [], spoilt: 0 };
  return {
    ballots: receipts.length,
    isOpened: true,
    head,
    receipts: [...receipts],
    choices: choices.map((one) => (one === null ? null : [...one])),
    spoilt,
  };
}
