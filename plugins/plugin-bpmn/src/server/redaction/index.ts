import type { Database } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { ownNamesOf } from '../runtime/own-names';
import { caseCollectionsOf, caseTablesOf } from './case-collections';
import type { LogEntry } from './log-entry';
import { redactRequest } from './request-entry';
import type { IsPrivate } from './resources';
import { redactSql } from './sql-entry';
import { redactSystem } from './system-entry';

export { safeError } from './safe-error';

type Redact = (entry: LogEntry) => LogEntry;

interface Formatted {
  format: { transform(entry: LogEntry, options?: unknown): unknown; options?: unknown };
}

const redacted = new WeakSet<object>();

/**
 * Keeps case data out of NocoBase's logs: its request log writes every action's parameters and every refusal's text. Works
 * on the loggers themselves, before any transport sees an entry, so files, console and whatever else are covered.
 */
export function registerRedaction(app: Application): void {
  redactEntries(app.requestLogger, (entry) => redactRequest(entry, isPrivateIn(app.db)));
  redactEntries(app.log, (entry) => redactSystem(entry, isPrivateIn(app.db)));
  redactEntries(app.sqlLogger, (entry) =>
    redactSql(entry, { tables: caseTablesOf(app.db), namesOurs: (sql) => ownNamesOf(app.db).areIn(sql) }),
  );
}

/** Resources of ours, and collections of what cases hold: `covenants`, and `covenants.opinions` through it. */
function isPrivateIn(db: Database): IsPrivate {
  const ours = ownNamesOf(db);
  const collections = caseCollectionsOf(db);
  return (name) => ours.has(name) || (typeof name === 'string' && collections.has(name.split('.')[0] ?? ''));
}

/** Puts `redact` before a logger's own format. */
function redactEntries(logger: object, redact: Redact): void {
  const owner = ownerOfFormat(logger);
  if (!owner || redacted.has(owner)) return;
  redacted.add(owner);
  const { format } = owner;
  owner.format = { options: format.options, transform: (entry, options) => format.transform(redact(entry), options) };
}

/** A child logger passes entries on to the logger that it was made of, whose format counts. */
function ownerOfFormat(logger: object): Formatted | undefined {
  let owner: object | null = logger;
  while (owner && !Object.hasOwn(owner, 'format')) owner = Object.getPrototypeOf(owner) as object | null;
  return (owner ?? undefined) as Formatted | undefined; // winston's loggers keep their format under this name
}
