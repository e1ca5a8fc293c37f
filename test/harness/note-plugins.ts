import type { Database } from '@nocobase/database';

/**
 * Notes plugins as enabled in the database, where NocoBase finds them when it is not told; an application of tests is told.
 */
export async function notePlugins(db: Database, plugins: readonly string[]): Promise<void> {
  const values = plugins.map((name) => ({
    name: name.replace('@wuxin/plugin-', ''),
    packageName: name.startsWith('@') ? name : `@nocobase/plugin-${name}`,
    enabled: true,
    installed: true,
  }));
  await db.getRepository('applicationPlugins').create({ values });
}
