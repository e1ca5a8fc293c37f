import { TalkativeLogs } from '@wuxin/test';
import { Wall } from '../__fixtures__';

describe('the logs of the wall', () => {
  const logs = new TalkativeLogs();
  let wall: Wall;
  let token: string;

  beforeAll(async () => {
    wall = await Wall.open({ logsSql: true });
    ({ token } = await wall.published());
  });
  afterAll(async () => {
    await wall?.close();
    jest.restoreAllMocks();
  });

  const during = (work: () => Promise<unknown>) => logs.during(wall.office.test, work);

  it('have nothing of what residents read, look for and say, nor of their codes', async () => {
    const words = ['张翠花', '13987654321', '围墙没有拆除', '残疾补贴', '10.9.8.7', 'AAAA-CCCC-DDDD-EEEE'];
    let code = '';
    const text = await during(async () => {
      await wall.get(`search?q=${encodeURIComponent(words[3]!)}`);
      await wall.get(`search?q=${encodeURIComponent(words[2]!)}`);
      const fields = { text: `窗外的${words[2]}，请核对。`, name: words[0]!, contact: words[1]! };
      code = wall.codeIn((await wall.object(token, fields, words[4])).text);
      await wall.object(token, { ...fields, people: '0' }, words[4]);
      await wall.send('answers', { code });
      await wall.send('answers', { code: words[5]! });
    });

    expect(code).not.toBe('');
    const said = [...words, code, encodeURIComponent(words[3]!), '/wall/search', '/wall/objections'];
    expect(said.filter((word) => text.includes(word))).toEqual([]);
    expect(text).toMatch(/Executing .*noticeNotices/i);
  });

  it('say of a failure that there was one, and nothing else', async () => {
    const failing = jest.spyOn(wall.office.db.sequelize, 'query');
    const text = await during(async () => {
      failing.mockRejectedValueOnce(new Error('lost 张翠花'));
      expect((await wall.get(`search?q=${encodeURIComponent('张翠花')}`)).status).toBe(500);
    });
    failing.mockRestore();

    expect(text).toContain('the wall failed');
    expect(text).not.toContain('张翠花');
  });
});
