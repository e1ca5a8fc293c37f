import { StoredDatabases } from '@wuxin/test';
import { join } from 'node:path';
import { Hall } from '../../__fixtures__';
import { keepLeft, playMeetings } from './play';

const FOLDER = join(__dirname, 'databases');

/** `npm run upgrade-database -- NAME plugin-ballot` runs this as a test. */
describe('a database with meetings to upgrade from', () => {
  it('is stored', async () => {
    const hall = await Hall.open();
    const build = String(process.env.WUXIN_UPGRADE_BUILD);

    keepLeft(FOLDER, build, await playMeetings(hall));
    await new StoredDatabases(FOLDER).store(hall.db, build);

    await hall.close();
  });
});
