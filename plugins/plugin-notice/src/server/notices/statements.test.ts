import { countStatements } from '@wuxin/test';
import { Notices, Office, PDF } from '../__fixtures__';

describe('statements of notices', () => {
  let office: Office;
  let notices: Notices;
  beforeAll(async () => {
    office = await Office.open();
    notices = new Notices(office);
  });
  afterAll(() => office?.close());

  const statementsOf = async (work: () => Promise<unknown>): Promise<number> => (await countStatements(office.db, work)).length;
  const list = () => office.read('root', 'noticeNotices:list', { scope: 'all', pageSize: 100 });

  it('are as many for a long list as for a short one', async () => {
    await notices.draft();
    const ofOne = await statementsOf(list);
    for (let index = 0; index < 15; index += 1) await notices.draft({ placeId: index % 2 ? 'east' : 'west' });

    expect(await statementsOf(list)).toBe(ofOne);
    expect(ofOne).toBeLessThanOrEqual(8);
  });

  it('are as many to publish on many boards as on one, and for a desk with many files and boards', async () => {
    const boards: string[] = [];
    for (let index = 0; index < 8; index += 1) boards.push(await notices.board(`公示栏${index}`));
    const one = await notices.approved({ boardIds: boards.slice(0, 1) });
    const many = await notices.draft({ boardIds: boards });
    for (let index = 0; index < 6; index += 1) await notices.addFile(many, `${index}.pdf`, PDF);
    await notices.redact(many);
    await office.do('drafter', 'noticeNotices:submit', many);
    await office.do('approver', 'noticeNotices:approve', many);
    const publish = (id: string) => () => office.do('poster', 'noticeNotices:publish', id);

    const ofOne = await statementsOf(publish(one));
    expect(await statementsOf(publish(many))).toBe(ofOne);
    // the calendar and collections of opinions are asked too
    expect(ofOne).toBeLessThanOrEqual(15);
    const desk = (id: string) => () => notices.desk(id);
    const ofDesk = await statementsOf(desk(one));
    expect(await statementsOf(desk(many))).toBe(ofDesk);
    expect(ofDesk).toBeLessThanOrEqual(20);
  });
});
