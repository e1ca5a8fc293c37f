import { expectRefused } from '@wuxin/test';
import type { KindChangeBody, KindNumber, KindView } from '../../common/api';
import { Office, type Person } from '../__fixtures__';
import { journal } from '../journal';
import { tables } from '../store';
import { seedKinds } from './seed';

describe('changing a kind of notices', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office?.close());

  const kind = async (key: string, by: Person = 'root'): Promise<KindView> => {
    const { data } = await office.read<KindView[]>(by, 'noticeKinds:list', { placeId: 'east' });
    const found = data.find((one) => one.key === key);
    if (!found) throw new Error('there is no such kind');
    return found;
  };
  const bodyOf = async (key: string, given: Partial<KindChangeBody> = {}): Promise<KindChangeBody> => {
    const { title, periodUnit, periodParameter, keepParameter, revision } = await kind(key);
    return { title, periodUnit, periodParameter, keepParameter, revision, reason: '镇里统一叫法', ...given };
  };
  const lastOfJournal = async (key: string) => (await office.engine.read((tx) => journal.rowsOf(tx, `kind:${key}`))).at(-1);

  it('gives it another name and another parameter, says who did, and keeps that when the software is upgraded', async () => {
    const body = await bodyOf('announcement', {
      title: { 'zh-CN': '通告', 'en-US': 'Bulletin' },
      periodParameter: 'notice.disclosure_days',
    });

    await office.do('root', 'noticeKinds:change', 'announcement', body);
    await office.engine.write(seedKinds);

    expect(await kind('announcement')).toMatchObject({
      title: { 'zh-CN': '通告' },
      period: { key: 'notice.disclosure_days', value: 10, name: { 'zh-CN': '公开张贴期' } },
      form: 'announcement',
      isChanged: true,
      changedAt: office.now,
    });
    expect(await lastOfJournal('announcement')).toMatchObject({
      kind: 'kindChanged',
      data: { changed: ['title', 'periodParameter'], reason: '镇里统一叫法' },
      actorId: office.id('root'),
    });
  });

  it('changes nothing where nothing is different', async () => {
    await office.do('root', 'noticeKinds:change', 'disclosure', await bodyOf('disclosure'));

    expect(await kind('disclosure')).toMatchObject({ isChanged: false, changedByName: null });
    expect(await lastOfJournal('disclosure')).toBeUndefined();
  });

  it('does not write over what somebody else changed since', async () => {
    const before = await bodyOf('meetingNotice', { title: { 'zh-CN': '甲', 'en-US': 'A' } });
    await office.do('root', 'noticeKinds:change', 'meetingNotice', before);

    await expectRefused(
      (locale) => office.send('root', 'noticeKinds:change', 'meetingNotice', { ...before, title: { 'zh-CN': '乙', 'en-US': 'B' } }, locale), // prettier-ignore
      { code: 'notice.kindChangedMeanwhile', status: 409 },
    );
    const [row] = await office.engine.read((tx) => tables.kinds.select(tx, { key: 'meetingNotice' }));
    expect(row?.kind.title['zh-CN']).toBe('甲');
  });

  it.each([
    ['a parameter that counts no days', { periodParameter: 'notice.board_proof' }, 'notice.kindParameter', 400],
    ['a parameter that is not there', { keepParameter: 'notice.nothing' }, 'notice.kindParameter', 400],
    ['objections and no period', { periodParameter: null }, 'notice.kindPeriodMissing', 400],
    ['no reason', { reason: ' ' }, 'notice.reasonMissing', 400],
  ])('is refused with %s', async (_, given, code, status) => {
    const body = await bodyOf('publicity', given);

    await expectRefused((locale) => office.send('root', 'noticeKinds:change', 'publicity', body, locale), { code, status });
  });

  it('is for administrators, and others are told that they may not', async () => {
    const body = await bodyOf('publicity', { title: { 'zh-CN': '甲', 'en-US': 'A' } });

    await expectRefused((locale) => office.send('drafter', 'noticeKinds:change', 'publicity', body, locale), { code: 'notice.mayNotChangeKinds', status: 403 }); // prettier-ignore
    expect((await kind('publicity', 'drafter')).mayChange).toBe(false);
    expect((await office.read('drafter', 'noticeKinds:parameters')).status).toBe(403);
  });

  it('chooses among parameters that count days', async () => {
    const { data } = await office.read<KindNumber[]>('root', 'noticeKinds:parameters');

    const keys = data.map(({ key }) => key);
    expect(keys).toContain('notice.publicity_days');
    expect(keys).not.toContain('notice.board_proof');
  });
});
