import { BASE_PLUGINS, TestApp } from '@wuxin/test';

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
});
