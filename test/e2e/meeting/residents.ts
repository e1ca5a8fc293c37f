import { ADMINISTRATOR, callsOf, demonstrationName } from '../harness';
import type { Page } from 'playwright-core';

const column = (name: string, title: string) => ({
  name,
  type: 'string',
  interface: 'input',
  uiSchema: { 'type': 'string', title, 'x-component': 'Input' },
});

/** A list of residents as an administrator of NocoBase makes one, five of them of the village that meets. */
export async function keepResidents(page: Page, { table, village }: { table: string; village: string }): Promise<string[]> {
  const { get, post, create } = await callsOf(page, ADMINISTRATOR);
  await post('collections:create', {
    name: `residents${Date.now()}`,
    title: table,
    fields: [
      { name: 'id', type: 'bigInt', autoIncrement: true, primaryKey: true, allowNull: false, interface: 'integer' },
      column('name', '居民姓名'),
      column('village', '所在村'),
      column('sex', '性别'),
      {
        name: 'account',
        type: 'belongsTo',
        target: 'users',
        foreignKey: 'accountId',
        interface: 'm2o',
        uiSchema: { title: '登录账号' },
      },
    ],
  });
  const collections = await get<{ name: string; title: string }[]>(
    `collections:list?pageSize=500&filter=${encodeURIComponent(JSON.stringify({ title: table }))}`,
  );
  const asked = encodeURIComponent(JSON.stringify({ username: 'township' }));
  const [township] = await get<{ id: number }[]>(`users:list?filter=${asked}`);
  const names = [demonstrationName('township'), '赵桂芳', '钱守义', '孙丽华', '李建国'];
  for (const [index, name] of names.entries()) {
    const account = index === 0 ? { accountId: township!.id } : {};
    await create(collections[0]!.name, { name, village, sex: index % 2 === 0 ? '男' : '女', ...account });
  }
  await create(collections[0]!.name, { name: '周玉梅', village: '外村', sex: '女' });
  return names;
}
