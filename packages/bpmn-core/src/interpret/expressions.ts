import type { Json, Variables } from '../contract';
import { StepFailure } from './errors';
import type { Run } from './run';
import { visibleVariables } from './variables';

/** An expression with what its place in the file is called, so that an incident can name it. */
export interface Asked {
  readonly expression: string;
  readonly property: string;
}

/** Evaluates FEEL (without `=`) at a token; `extra` hides variables of the same name. */
export function evaluate(run: Run, tokenId: string | null, asked: Asked, extra: Variables = {}): Json {
  const variables = { ...visibleVariables(run, tokenId), ...extra };
  return attempt('expressionFailed', { ...asked }, () => run.env.evaluate(asked.expression, variables));
}

/** A literal as it stands; what begins with `=` is FEEL. */
export function evaluateText(run: Run, tokenId: string | null, asked: Asked, extra: Variables = {}): Json {
  const { expression, property } = asked;
  return expression.startsWith('=')
    ? evaluate(run, tokenId, { expression: expression.slice(1).trim(), property }, extra)
    : expression;
}

/** A condition is met when it is `true`; `null`, because something it reads is not known yet, is not. */
export function evaluateCondition(run: Run, tokenId: string | null, asked: Asked, extra: Variables = {}): boolean {
  return evaluateKnown(run, tokenId, asked, extra) ?? false;
}

/** Like {@link evaluateCondition}, but says `null` where it is not known. */
export function evaluateKnown(run: Run, tokenId: string | null, asked: Asked, extra: Variables = {}): boolean | null {
  const value = evaluate(run, tokenId, asked, extra);
  if (value !== null && typeof value !== 'boolean') throw new StepFailure('conditionNotBoolean', { ...asked, value });
  return value;
}

export function runScript(run: Run, tokenId: string, script: { format: string; source: string }): Variables {
  const variables = visibleVariables(run, tokenId);
  return attempt('scriptFailed', { format: script.format }, () => run.env.runScript(script.source, script.format, variables));
}

function attempt<T>(code: 'expressionFailed' | 'scriptFailed', data: Record<string, Json>, call: () => T): T {
  try {
    return call();
  } catch (cause) {
    throw new StepFailure(code, { ...data, cause: describe(cause) });
  }
}

function describe(cause: unknown): Json {
  const message = cause instanceof Error ? cause.message : String(cause);
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null;
  return { code: typeof code === 'string' ? code : null, message };
}
