import { BASE_PLUGINS, TestApp } from '@wuxin/test';
import { tables } from './store';

describe('plugin-ballot', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await TestApp.start({ plugins: [...BASE_PLUGINS, '@wuxin/plugin-bpmn', '@wuxin/plugin-ballot'] });
  });
  afterAll(() => test?.stop());

  it('has a table with every column that it names', async () => {
    for (const table of Object.values(tables)) expect(await table.select({ db: test.db }, {})).toEqual(expect.any(Array));
  });

  it('has every index that its tables ask for', async () => {
    const queries = test.db.sequelize.getQueryInterface();
    const missing: string[] = [];
    for (const { collection: name } of Object.values(tables)) {
      const collection = test.db.getCollection(name);
      const there = (await queries.showIndex(collection.getTableNameWithSchema())) as { fields: { attribute: string }[] }[]; // Sequelize's own rows
      const names = new Set(there.map(({ fields }) => fields.map(({ attribute }) => attribute).join()));
      const wanted = (collection.options.indexes ?? []) as readonly { fields: readonly string[] }[]; // ours all name plain columns
      for (const { fields } of wanted) if (!names.has(fields.join())) missing.push(`${name} ${fields.join()}`);
    }
    expect(missing).toEqual([]);
  });

  it('lets nobody read or write its tables past its actions, the root user included', async () => {
    const root = test.as(await test.rootUser());
    for (const { collection } of Object.values(tables)) {
      const answers = await Promise.all([
        root.get(`${collection}:get`),
        root.post(`${collection}:destroy`, { params: { filterByTk: '1' } }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    }
  });
});
