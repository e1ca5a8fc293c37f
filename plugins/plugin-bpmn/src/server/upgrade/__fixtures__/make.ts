import { Desk } from '../../__fixtures__';
import { store } from './databases';
import { playCases } from './play';

/** `npm run upgrade-database -- NAME` runs this as a test. */
describe('a database to upgrade from', () => {
  it('is stored', async () => {
    const desk = await Desk.open();

    await playCases(desk);
    await store(desk.db, String(process.env.WUXIN_UPGRADE_BUILD));

    await desk.close();
  });
});
