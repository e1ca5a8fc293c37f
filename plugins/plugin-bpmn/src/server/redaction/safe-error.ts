import { isObject } from './log-entry';

/**
 * What of an error may stand in a log: its class, its code and where it happened. Never the message: databases and parsers
 * quote the values that they could not take.
 */
export interface SafeError {
  readonly name: string;
  readonly code?: string;
  readonly stack?: string;
}

export function safeError(error: unknown): SafeError {
  if (!isObject(error)) return { name: typeof error };
  const { code, stack } = error;
  const name = error instanceof Error ? error.name : 'Object';
  return { name, ...(isCode(code) ? { code } : {}), ...(typeof stack === 'string' ? { stack: safeStack(stack) } : {}) };
}

/** The frames of a stack, without the message above them (which may have several lines). */
export function safeStack(stack: string): string {
  const frames = stack.split('\n').filter((line) => /^\s+at \S.*(:\d+:\d+\)?|<anonymous>\)?)$/.test(line));
  return [nameIn(stack), ...frames].join('\n');
}

/** The class at the beginning of a stack, or of a message such as `SequelizeDatabaseError: …`. */
export function nameIn(text: string): string {
  return /^([A-Za-z]\w*(?:Error|Exception))\b/.exec(text)?.[1] ?? 'Error';
}

/** Codes are words of ours or of a database, such as `task.notYours` or `SQLITE_BUSY`. */
export function isCode(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z][\w.-]{1,60}$/.test(value);
}
