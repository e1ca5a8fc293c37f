/** One entry as winston hands it to a format; level and splat are under symbols, which a spread keeps. */
export type LogEntry = { readonly [key: string | symbol]: unknown };

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** What was logged beside the message, once more: formats and transports read it from here. */
const SPLAT = Symbol.for('splat');

export function withoutExtras(entry: LogEntry): LogEntry {
  return { ...entry, [SPLAT]: undefined };
}

export const extrasOf = (entry: LogEntry): unknown => (Array.isArray(entry[SPLAT]) ? (entry[SPLAT] as unknown[])[0] : undefined);
