import { FeelError } from '@wuxin/feel';
import { DecisionError } from '../errors';

/** One cell of a table; the head of an input column has no rule. Columns count from 0. */
export interface CellPlace {
  readonly part: 'input' | 'when' | 'then';
  readonly ruleId: string;
  readonly label: string;
  readonly column: number;
}

/** Runs the FEEL of a cell; an error says which cell it was. */
export function atCell<T>(place: CellPlace, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof FeelError)) throw cause;
    const { code, data, position } = cause;
    throw new DecisionError(
      'decision.cell',
      { ...place, feel: { code, data, position: position && { ...position } } },
      { cause },
    );
  }
}
