import { extrasOf, isObject, withoutExtras, type LogEntry } from './log-entry';
import type { IsPrivate } from './resources';
import { nameIn, safeError, safeStack } from './safe-error';

const SPLAT = Symbol.for('splat');

/**
 * What the system log keeps. Of a request to a resource of ours: where an error came from, never what it said. Of our own
 * messages from outside a request (they begin with `wuxin:`): the message, with errors reduced in the same way.
 */
export function redactSystem(entry: LogEntry, isPrivate: IsPrivate): LogEntry {
  if (isPrivate(entry.module)) return redactRequestError(entry);
  if (typeof entry.message === 'string' && entry.message.startsWith('wuxin:')) return redactOwn(entry);
  return entry;
}

function redactRequestError(entry: LogEntry): LogEntry {
  const { level, reqId, app, module, submodule, message } = entry;
  const extras = extrasOf(entry);
  const { method, err } = isObject(extras) ? extras : { method: undefined, err: undefined };
  const stack = [err, entry.err, entry.stack].find((found) => typeof found === 'string');
  const safe = typeof stack === 'string' ? safeStack(stack) : undefined;
  const isProblem = level === 'error' || level === 'warn';
  const text = isProblem ? nameIn(stack ?? String(message)) : String(message);
  const bare = { level, message: text, reqId, app, module, submodule, ...(safe ? { stack: safe } : {}) };
  return { ...symbolsOf(entry), ...bare, [SPLAT]: [{ method, ...(safe ? { err: safe } : {}) }] };
}

function redactOwn(entry: LogEntry): LogEntry {
  const reduced = Object.entries(entry).map(([key, value]) => [key, value instanceof Error ? safeError(value) : value] as const);
  const extras = extrasOf(entry);
  const safe = withoutExtras({ ...entry, ...Object.fromEntries(reduced) });
  if (!isObject(extras)) return { ...safe, ...(typeof entry.stack === 'string' ? { stack: safeStack(entry.stack) } : {}) };
  const kept = Object.entries(extras).map(([key, value]) => [key, value instanceof Error ? safeError(value) : value] as const);
  return { ...safe, [SPLAT]: [Object.fromEntries(kept)] };
}

function symbolsOf(entry: LogEntry): LogEntry {
  return Object.fromEntries(Object.getOwnPropertySymbols(entry).map((symbol) => [symbol, entry[symbol]]));
}
