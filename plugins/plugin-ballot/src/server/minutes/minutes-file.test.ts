import { textOfDocx, expectRefused } from '@wuxin/test';
import { Hall, NOON } from '../__fixtures__';

describe('the minutes as a Word file', () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await Hall.open();
  });
  afterAll(() => hall?.close());
  beforeEach(() => {
    hall.now = NOON;
  });

  const minutes = async (id: string, locale: 'zh-CN' | 'en-US' = 'zh-CN') => {
    const answer = await hall.as('chair').file(`/api/ballotMeetings:minutesFile?filterByTk=${id}`, locale);
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent(locale === 'zh-CN' ? '会议记录（' : 'Minutes（'));
    return textOfDocx(answer.content);
  };

  it('say who was there, what was voted on by which rule and with which numbers, and what was said, in both languages', async () => {
    const id = await hall.opened(hall.people(30), 20);
    const [gone] = await hall.entries(id);
    const recused = [{ entryId: (await hall.entries(id))[1]!.id, reason: '承包人' }];
    const ten = await hall.motion(id, { title: '修建文化广场' });
    await hall.decided(ten, { approve: 10, oppose: 6, abstain: 4 });
    const eleven = await hall.motion(id, { title: '外包清洁 <一年>', recused });
    await hall.decided(eleven, { approve: 11, oppose: 8, abstain: 0 });
    await hall.do('chair', 'ballotMeetings:close', id, { minutes: '甲：造价偏高。\n乙：赞成，但应公开账目。' });

    const text = await minutes(id);

    expect(text).toContain('村民代表会议会议记录');
    expect(text).toMatch(/主持人\n李强/);
    expect(text).toContain('名册 30 人，到会 20 人');
    expect(text).toContain(`代表1、代表2、`);
    expect(text).toContain('应到 30 人，实到 20 人，达到三分之二；赞成 10 人，未超过实到半数，不通过');
    expect(text).toContain('表决事项 2：外包清洁 <一年>');
    expect(text).toContain('回避：代表2（承包人）');
    expect(text).toContain('赞成 11 人，超过实到半数，通过');
    expect(text).toContain('甲：造价偏高。\n乙：赞成，但应公开账目。');
    expect(text).toMatch(/名册校验值：[0-9a-f]{64}/);
    expect(text).not.toMatch(/minutesFile|\{\{|undefined|null/);
    expect(gone!.name).toBe('代表1');
    const english = await minutes(id, 'en-US');
    expect(english).toContain('30 on the roll, 20 came');
    expect(english).toContain('Motion 2: 外包清洁 <一年>');
    expect(english).not.toMatch(/minutesFile|\{\{|undefined|null/);
  });

  it('are there once the meeting has begun, for its staff only', async () => {
    const id = await hall.convened(hall.people(3));

    await expectRefused((locale) => hall.send('chair', 'ballotMeetings:minutesFile', id, {}, locale), {
      code: 'ballot.notOpenedYet',
      status: 409,
    });
    await expectRefused((locale) => hall.send('outsider', 'ballotMeetings:minutesFile', id, {}, locale), {
      code: 'ballot.meetingNotFound',
      status: 404,
    });
  });
});
