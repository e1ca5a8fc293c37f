import type { Json } from '@wuxin/feel';

export type DecisionCode =
  | 'decision.format'
  | 'decision.cells'
  | 'decision.cell'
  | 'decision.noHit'
  | 'decision.severalHits'
  | 'decision.contradiction'
  | 'decision.outputValue'
  | 'decision.duplicateRule'
  | 'decision.duplicateOutput'
  | 'decision.unreachable'
  | 'decision.notAggregable'
  | 'decision.notANumber'
  | 'decision.noPriority'
  | 'decision.testShape'
  | 'decision.testFails'
  | 'decision.overlap'
  | 'decision.gap';

export type DecisionData = { readonly [key: string]: Json };

/** A table that cannot be read or gives no clear answer. Callers and tests look at `code`; people read `formatDecisionProblem`. */
export class DecisionError extends Error {
  override readonly name = 'DecisionError';

  constructor(
    readonly code: DecisionCode,
    readonly data: DecisionData = {},
    options: { cause?: unknown } = {},
  ) {
    super(code, options);
  }
}
