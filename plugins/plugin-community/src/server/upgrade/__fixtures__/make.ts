import { StoredDatabases } from '@wuxin/test';
import { join } from 'node:path';
import { Community } from '../../__fixtures__/community';
import { playCases } from './play';

/** Enough for the four deliberations: a small database. */
const CONTENT = ['01', '02', '03', '05', '06', '07', '08', '12', 'demo'];

/** `npm run upgrade-database -- NAME plugin-community` runs this as a test. */
describe('a database with both plugins to upgrade from', () => {
  it('is stored', async () => {
    const community = await Community.open('2026-03-02', CONTENT);

    await playCases(community);
    await new StoredDatabases(join(__dirname, 'databases')).store(community.db, String(process.env.WUXIN_UPGRADE_BUILD));

    await community.close();
  });
});
