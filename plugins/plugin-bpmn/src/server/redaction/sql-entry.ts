import type { LogEntry } from './log-entry';

/**
 * A logged statement (NocoBase writes them when DB_LOGGING is on) on a table of cases keeps its shape and loses its texts.
 * @param tables names of tables, beside our own, that hold what cases hold
 * @param namesOurs does a statement name a table of ours?
 */
export function redactSql(
  entry: LogEntry,
  { tables, namesOurs }: { readonly tables: ReadonlySet<string>; readonly namesOurs: (sql: string) => boolean },
): LogEntry {
  const { message } = entry;
  if (typeof message !== 'string' || !(namesOurs(message) || namesOneOf(message, tables))) return entry;
  return { ...entry, message: message.replace(/'(?:[^']|'')*('|$)/g, "'?$1") };
}

const namesOneOf = (sql: string, tables: ReadonlySet<string>): boolean =>
  [...sql.matchAll(/[`"]([^`"]+)[`"]/g)].some(([, name = '']) => tables.has(name));
