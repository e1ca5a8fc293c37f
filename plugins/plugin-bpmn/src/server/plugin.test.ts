import { BASE_PLUGINS, TestApp } from '@wuxin/test';
import { engineOf } from './runtime/engine';

describe('plugin-bpmn in a NocoBase application', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await TestApp.start({ plugins: [...BASE_PLUGINS, '@wuxin/plugin-bpmn'] });
  });
  afterAll(() => test.stop());

  it('answers a signed-in person', async () => {
    const answer = await test.as(await test.rootUser()).get('auth:check');
    expect(answer.status).toBe(200);
  });

  it('never makes an id twice, also when NocoBase numbers two the same: another node, a clock that was set back', () => {
    const numbers = jest.spyOn(test.app.snowflakeIdGenerator, 'generate').mockReturnValue(399624969977860);

    const ids = Array.from({ length: 20 }, () => engineOf(test.db).newId());
    numbers.mockRestore();

    expect(new Set(ids).size).toBe(20);
  });
});
