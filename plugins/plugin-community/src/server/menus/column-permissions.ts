import type { Database } from '@nocobase/database';
import { createRow, findRow } from '../rows';
import { ROLES } from './entries';

const VISIBLE = { places: ['id', 'name', 'level', 'parentId'] };

/**
 * What our roles may read outside of cases: the names of places. Run it after NocoBase has put the collections' fields into
 * its tables, because each field that is added there is granted to every role that has any right on the collection.
 */
export async function seedColumnPermissions(db: Database): Promise<void> {
  for (const { name: roleName } of ROLES) {
    for (const [name, fields] of Object.entries(VISIBLE)) {
      const key = { dataSourceKey: 'main', roleName, name };
      if (await findRow({ db }, 'dataSourcesRolesResources', key)) continue;
      await createRow({ db }, 'dataSourcesRolesResources', {
        ...key,
        usingActionsConfig: true,
        actions: [{ name: 'view', fields }],
      });
    }
  }
}
