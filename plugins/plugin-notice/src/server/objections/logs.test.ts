import { TalkativeLogs } from '@wuxin/test';
import { Petition } from '../__fixtures__';

describe('the logs', () => {
  const logs = new TalkativeLogs();
  let petition: Petition;
  let noticeId: string;

  beforeAll(async () => {
    petition = await Petition.open({ logsSql: true });
    noticeId = (await petition.notice()).id;
  });
  afterAll(async () => {
    await petition?.close();
    jest.restoreAllMocks();
  });

  const during = (work: () => Promise<unknown>) => logs.during(petition.office.test, work);

  it('have neither names, contacts and texts of an objection nor its code, and say which actions were sent', async () => {
    const words = ['周桂兰', '13987654321', '窗外的围墙没有拆除', '住在三号楼', '再三核对名单无误'];
    let code = '';
    const text = await during(async () => {
      const given = { text: `${words[2]}，请核对后答复。`, name: words[0], contact: words[1], note: words[3] };
      const kept = await petition.receive(noticeId, given);
      code = kept.code;
      await petition.office.do('decider', 'noticeRaisedObjections:reveal', kept.id);
      await petition.office.do('decider', 'noticeRaisedObjections:accept', kept.id);
      await petition.office.send('decider', 'noticeRaisedObjections:answer', kept.id, { decision: 'no', answer: words[4] });
      await petition.office.do('decider', 'noticeRaisedObjections:answer', kept.id, { decision: 'rejected', answer: words[4] });
      await petition.office.send('receiver', 'noticeRaisedObjections:receive', undefined, { noticeId, text: words[2] });
    });

    expect([...words, code].filter((word) => text.includes(word))).toEqual([]);
    expect(text).toContain('noticeRaisedObjections:receive');
    expect(text).toMatch(/Executing .*noticeRaisedObjections/i);
  });
});
