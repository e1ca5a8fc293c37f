import type { Json } from './json';

/** Where in an expression, for an editor to underline. Lines and columns count from 1, the offset from 0. */
export interface FeelPosition {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
}

export type FeelCode =
  | 'feel.syntax'
  | 'feel.tooLong'
  | 'feel.tooDeep'
  | 'feel.unbounded'
  | 'feel.loopsTooDeep'
  | 'feel.unknownName'
  | 'feel.unknownFunction'
  | 'feel.variables'
  | 'feel.tooMuchWork'
  | 'feel.pattern'
  | 'feel.notAValue'
  | 'feel.functionFailed'
  | 'feel.evaluation';

export type FeelData = { readonly [key: string]: Json };

/** What {@link checkFeel} finds: an error that is not thrown. */
export interface FeelProblem {
  readonly code: FeelCode;
  readonly position: FeelPosition;
  readonly data: FeelData;
}

/** An expression that is refused or fails. Callers and tests look at `code`; people read `formatFeelProblem`. */
export class FeelError extends Error {
  override readonly name = 'FeelError';
  readonly code: FeelCode;
  readonly expression: string;
  readonly position: FeelPosition | null;
  readonly data: FeelData;

  constructor(details: { code: FeelCode; expression: string; position?: FeelPosition | null; data?: FeelData; cause?: unknown }) {
    super(`${details.code}: ${details.expression.slice(0, 200)}`, { cause: details.cause });
    this.code = details.code;
    this.expression = details.expression;
    this.position = details.position ?? null;
    this.data = details.data ?? {};
  }
}

/** Raised by guards that do not know the expression; {@link withExpression} adds it. */
export class FeelRefusal extends Error {
  override readonly name = 'FeelRefusal';

  constructor(
    readonly code: FeelCode,
    readonly data: FeelData = {},
  ) {
    super(code);
  }
}

/** Runs `work`; whatever it throws becomes a {@link FeelError} that names the expression. */
export function withExpression<T>(expression: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof FeelError) throw cause;
    if (cause instanceof FeelRefusal)
      throw new FeelError({ code: cause.code, expression, data: cause.data, cause: cause.cause ?? cause });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new FeelError({ code: 'feel.evaluation', expression, data: { reason }, cause });
  }
}
