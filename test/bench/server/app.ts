import { BASE_PLUGINS, TestApp, type TestUser } from '@wuxin/test';
import { engineOf, type Actor } from '@wuxin/plugin-bpmn';

export interface BenchApp {
  readonly test: TestApp;
  readonly user: TestUser;
  readonly actor: Actor;
}

/** NocoBase with our plugin and one member of staff, on the database of the environment. */
export async function startApp(morePlugins: readonly string[] = []): Promise<BenchApp> {
  const test = await TestApp.start({ plugins: [...BASE_PLUGINS, ...morePlugins, '@wuxin/plugin-bpmn'] });
  const user = await test.createUser({ username: 'clerk', nickname: '王芳', roles: ['member'] });
  const actor = { userId: user.id, name: '王芳', isAdministrator: false, roles: ['member'], channel: 'web' } as const;
  engineOf(test.db);
  return { test, user, actor };
}
