import { Notices, Office } from '../__fixtures__';
import { tables } from '../store';
import { aDuty } from './__fixtures__';
import { openPeriods } from './open';
import { supervisionOf } from './supervision';

describe('a disclosure and the notice that the calendar has drafted for it', () => {
  let office: Office;
  let notices: Notices;
  beforeAll(async () => {
    office = await Office.open();
    notices = new Notices(office);
    office.worksAt('drafter', 'east');
    supervisionOf(office.db).register({ placesOf: async (_, userId) => (userId === office.id('supervisor') ? ['east'] : []) });
    await office.engine.write((tx) => tables.duties.delete(tx, {}));
    await office.do('root', 'noticeDuties:add', undefined, aDuty());
    office.now = Date.parse('2026-12-01T12:00:00+08:00');
    await office.engine.write(openPeriods);
    office.now = Date.parse('2027-01-04T12:00:00+08:00');
  });
  afterAll(() => office?.close());

  const owed = async () => {
    const row = await office.engine.read((tx) => tables.disclosures.find(tx, { placeId: 'east', period: '2026-12' }));
    if (!row) throw new Error('nothing is owed');
    return row;
  };

  it('goes out as the supervision committee saw it, is fulfilled by that, and owed again when it is taken down', async () => {
    const { id } = await owed();
    const { noticeId } = await office.do<{ noticeId: string }>('drafter', 'noticeDisclosures:draft', id);
    const body = [{ kind: 'paragraph', text: '本月收入 1000 元，支出 800 元。' }];
    await office.do('drafter', 'noticeNotices:update', noticeId, { body, staff: notices.staff() });
    await notices.redact(noticeId);
    await office.do('drafter', 'noticeNotices:submit', noticeId);
    await office.do('approver', 'noticeNotices:approve', noticeId);
    expect((await office.send('poster', 'noticeNotices:publish', noticeId)).errors[0]?.code).toBe('notice.notReviewed');

    await office.do('supervisor', 'noticeDisclosures:review', id, { verdict: 'agreed', opinion: '同意公开' });
    await office.do('poster', 'noticeNotices:publish', noticeId);
    expect(await owed()).toMatchObject({ status: 'published', publishedOn: '2027-01-04', isAsReviewed: true, lateDays: 0 });

    await office.do('approver', 'noticeNotices:takeDown', noticeId, { reason: '贴错了' });
    expect(await owed()).toMatchObject({ status: 'due', publishedOn: null });
  });

  it('does not go out with another text than the one that was reviewed', async () => {
    const { id } = await owed();
    const { noticeId } = await office.do<{ noticeId: string }>('drafter', 'noticeDisclosures:draft', id);
    const write = (text: string) =>
      office.do('drafter', 'noticeNotices:update', noticeId, { body: [{ kind: 'paragraph', text }], staff: notices.staff() });
    await write('本月收入 1000 元。');
    await office.do('supervisor', 'noticeDisclosures:review', id, { verdict: 'agreed', opinion: '同意公开' });
    await write('本月收入 9000 元。');
    await notices.redact(noticeId);
    await office.do('drafter', 'noticeNotices:submit', noticeId);
    await office.do('approver', 'noticeNotices:approve', noticeId);

    const { errors } = await office.send('poster', 'noticeNotices:publish', noticeId);

    expect(errors[0]?.code).toBe('notice.changedSinceReview');
    expect((await owed()).status).toBe('reviewed');
  });
});
