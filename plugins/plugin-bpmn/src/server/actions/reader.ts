import type { Database, Filter } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { findRolesOf } from '../assignment';
import type { Tx } from '../runtime/tx';

/** What somebody may read of ordinary collections. */
export interface Reader {
  /** Which rows of a collection they may read, as NocoBase's filter; null: none. */
  readonly rowScope: (collection: string) => Promise<Filter | null>;
  /** Which fields of a collection they may read; null: all. */
  readonly fieldScope: (collection: string) => Promise<readonly string[] | null>;
}

/** What NocoBase looks at when it works out what roles give: of a request, or made for somebody who sends none. */
interface AclContext {
  readonly app: Application;
  readonly db: Database;
  readonly state: object;
}

/** Somebody with these roles, in a request of theirs. */
export function readerIn(context: AclContext, roles: readonly string[]): Reader {
  const isRoot = roles.includes('root');
  const mayRead = (resource: string) => Boolean(context.app.acl.can({ roles: [...roles], resource, action: 'get' }));
  return {
    rowScope: async (collection) =>
      isRoot ? {} : mayRead(collection) ? ((await readScope(context, collection)).filter ?? {}) : null,
    fieldScope: async (collection) =>
      isRoot ? null : mayRead(collection) ? readableFields(await readScope(context, collection)) : [],
  };
}

/** Somebody in whose name a process reads while it runs: what all of their roles let them read now. Without a role they read nothing. */
export async function readerOf(app: Application, tx: Tx, userId: number): Promise<Reader> {
  const roles = await findRolesOf(tx, userId);
  return readerIn({ app, db: app.db, state: { currentUser: { id: userId }, currentRoles: [...roles] } }, roles);
}

/** What roles say of rows ("only own records"), with this reader's values in it, and of fields. */
async function readScope(context: AclContext, resourceName: string): Promise<ReadScope> {
  const asked = await context.app.acl.resolveActionParams(context, { resourceName, actionName: 'get' });
  const { fields, appends } = (asked.parsedParams ?? {}) as ReadScope; // untyped in NocoBase
  return { filter: (asked.mergedParams as ReadScope).filter, fields, appends };
}

interface ReadScope {
  readonly filter?: Filter;
  readonly fields?: readonly string[];
  /** Fields that lead to other collections, which NocoBase takes out of `fields`. */
  readonly appends?: readonly string[];
}

const readableFields = ({ fields, appends = [] }: ReadScope): readonly string[] | null =>
  fields ? [...fields, ...appends] : null;
