import { StoredDatabases } from '@wuxin/test';
import { join } from 'node:path';
import { Desk } from '../../__fixtures__';
import { playCases } from './play';

/** `npm run upgrade-database -- NAME plugin-bpmn` runs this as a test. */
describe('a database to upgrade from', () => {
  it('is stored', async () => {
    const desk = await Desk.open();

    await playCases(desk);
    await new StoredDatabases(join(__dirname, 'databases')).store(desk.db, String(process.env.WUXIN_UPGRADE_BUILD));

    await desk.close();
  });
});
