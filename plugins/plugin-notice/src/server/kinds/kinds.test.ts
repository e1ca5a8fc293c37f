import type { KindView } from '../../common/api';
import { Office } from '../__fixtures__';
import { tables } from '../store';
import { seedKinds } from './seed';

describe('kinds of notices', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office?.close());

  it('have their numbers from parameters, and say which nobody has confirmed', async () => {
    const { data } = await office.read<KindView[]>('drafter', 'noticeKinds:list', { placeId: 'east' });

    expect(data.map(({ key, period }) => [key, period?.value])).toEqual([
      ['announcement', 7],
      ['disclosure', 10],
      ['meetingNotice', 10],
      ['publicity', 7],
    ]);
    expect(data.every(({ period }) => period?.isConfirmed === false)).toBe(true);
  });

  it('that were changed here stay as they are when the software brings newer ones', async () => {
    const [publicity] = await office.engine.read((tx) => tables.kinds.select(tx, { key: 'publicity' }));
    if (!publicity) throw new Error('there is no such kind');
    const changed = { ...publicity.kind, title: { 'zh-CN': '公示（本地）', 'en-US': 'Local' } };

    await office.engine.write((tx) => tables.kinds.update(tx, { key: 'publicity' }, { kind: changed }));
    await office.engine.write(seedKinds);

    const [kept] = await office.engine.read((tx) => tables.kinds.select(tx, { key: 'publicity' }));
    expect(kept?.kind.title['zh-CN']).toBe('公示（本地）');
  });
});
