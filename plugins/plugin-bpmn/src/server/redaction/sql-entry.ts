import type { LogEntry } from './log-entry';

/** Tables that hold what cases hold, beside our own: messages to people, and what NocoBase's workflows were given. */
const OTHERS = ['notificationInAppMessages', 'executions', 'jobs'];

/** A logged statement (NocoBase writes them when DB_LOGGING is on) on such a table keeps its shape and loses its values. */
export function redactSql(entry: LogEntry, recordCollections: ReadonlySet<string>): LogEntry {
  const { message } = entry;
  if (typeof message !== 'string' || !namesPrivateTable(message, recordCollections)) return entry;
  return { ...entry, message: message.replace(/'(?:[^']|'')*('|$)/g, "'?$1") };
}

function namesPrivateTable(sql: string, recordCollections: ReadonlySet<string>): boolean {
  if (/[`"]bpmn/i.test(sql)) return true;
  return [...OTHERS, ...recordCollections].some((name) => sql.includes(`"${name}"`) || sql.includes(`\`${name}\``));
}
