import { badInput, parametersInForce, type Tx } from '@wuxin/plugin-bpmn';
import type { BoardProof, NoticeKind } from '../../common/api';
import { kindOf } from '../kinds';

export const BOARD_PROOF = 'notice.board_proof';

/** What a kind of notice asks for at a place, by the parameters that hold there now. */
export interface NumbersInForce {
  readonly minimum: { readonly parameter: string; readonly days: number; readonly isConfirmed: boolean } | null;
  readonly keepDays: number;
  readonly boardProof: BoardProof;
}

export async function numbersAt(tx: Tx, kind: NoticeKind, placeId: string | null): Promise<NumbersInForce> {
  const keys = [kind.keepParameter, BOARD_PROOF, ...(kind.periodParameter === null ? [] : [kind.periodParameter])];
  const values = await parametersInForce(tx, keys, placeId);
  const period = kind.periodParameter === null ? undefined : values.get(kind.periodParameter);
  return {
    minimum:
      period && kind.periodParameter !== null
        ? { parameter: kind.periodParameter, days: Number(period.value), isConfirmed: period.isConfirmed }
        : null,
    keepDays: Number(values.get(kind.keepParameter)?.value ?? 0),
    boardProof: values.get(BOARD_PROOF)?.value === 'twoPeople' ? 'twoPeople' : 'photo',
  };
}

/** @throws bad input `notice.kindUnknown` */
export async function mustBeKind(tx: Tx, key: string): Promise<NoticeKind> {
  const kind = await kindOf(tx, key);
  if (!kind) throw badInput('notice.kindUnknown');
  return kind;
}

/**
 * How long a notice is posted.
 *
 * @throws bad input `notice.periodTooShort`, which names the parameter
 */
export function periodDaysOf({ minimum }: NumbersInForce, asked: number | undefined): number {
  const least = minimum?.days ?? 0;
  const days = asked ?? least;
  if (days < least) throw badInput('notice.periodTooShort', { parameter: minimum?.parameter, minimum: least, days });
  return days;
}
