import type { Model } from '@nocobase/database';
import { Desk } from '../__fixtures__';
import { rowOf, rowsOf } from './rows';

describe('rows of other collections', () => {
  let desk: Desk;
  let id: number;

  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      db.collection({
        name: 'albums',
        fields: [
          { type: 'string', name: 'title' },
          { type: 'belongsToMany', name: 'pictures', target: 'attachments', through: 'albumPictures' },
        ],
      });
      await db.sync();
    });
    const picture: Model = await desk.db.getRepository('attachments').create({ values: { title: '公示栏' } });
    const album: Model = await desk.db
      .getRepository('albums')
      .create({ values: { title: '公示', pictures: [picture.get('id')] } });
    id = Number(album.get('id'));
  });
  afterAll(() => desk?.close());

  it.each([
    ['one', async (tx: Parameters<typeof rowOf>[0], query: object) => [await rowOf(tx, 'albums', { filterByTk: id, ...query })]],
    ['several', (tx: Parameters<typeof rowOf>[0], query: object) => rowsOf(tx, 'albums', { filter: { id }, ...query })],
  ])('are made plain with what is associated, and copy nothing of their transaction: %s', async (_, read) => {
    let copies = 0;
    const [plain] = await desk.write(async (tx) => {
      Object.defineProperty(tx.transaction, 'ofTheServer', { enumerable: true, get: () => (copies += 1) });
      const rows = await read(tx, { fields: ['id', 'title', 'pictures.id', 'pictures.title'] });
      return rows.map((row) => row?.toJSON<object>());
    });

    expect(plain).toMatchObject({ id, title: '公示', pictures: [{ title: '公示栏' }] });
    expect(copies).toBe(0);
  });
});
