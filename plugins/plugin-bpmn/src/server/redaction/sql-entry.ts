import type { LogEntry } from './log-entry';

/**
 * A logged statement (NocoBase writes them when DB_LOGGING is on) on a table of cases keeps its shape and loses its texts.
 * @param tables names of tables, beside our own, that hold what cases hold
 */
export function redactSql(entry: LogEntry, tables: ReadonlySet<string>): LogEntry {
  const { message } = entry;
  if (typeof message !== 'string' || !namesTableOfCases(message, tables)) return entry;
  return { ...entry, message: message.replace(/'(?:[^']|'')*('|$)/g, "'?$1") };
}

function namesTableOfCases(sql: string, tables: ReadonlySet<string>): boolean {
  if (/[`"](\w+_)?bpmn/i.test(sql)) return true;
  return [...sql.matchAll(/[`"]([^`"]+)[`"]/g)].some(([, name = '']) => tables.has(name));
}
