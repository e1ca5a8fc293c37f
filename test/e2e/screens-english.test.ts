import { Cast, chooseLanguage, demonstrationAccount, openPage } from './harness';
import { speak } from './screens/look';
import { withScreen } from './screens/open-screen';
import { SCREENS } from './screens/screens';
import { expectEnglish } from './screens/usable';

describe('every page in English', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await Cast.open();
  });
  afterAll(async () => {
    for (const who of new Set(SCREENS.map(({ who: { en } }) => en)))
      await chooseLanguage(await cast.page(who, 'desktop', 'en-US'), demonstrationAccount(who), 'zh-CN'); // for the stories after this
    await cast?.close();
  });

  it('is shown once somebody chooses it', async () => {
    const page = await cast.page('manager');
    await openPage(page, '/admin/wuxin/inbox', '[role=tab]');
    await speak(page, 'English', 'My tasks');
  });

  it('is shown to whom has chosen it elsewhere', async () => {
    const page = await cast.page('director', 'desktop', 'en-US');
    await openPage(page, '/admin/wuxin/inbox', '[role=tab]');
    await page.getByRole('heading', { level: 1, name: 'My tasks' }).waitFor();
  });

  it.each(SCREENS)('$name: says everything in English, and has room for it on a desktop and on a phone', (screen) =>
    withScreen(cast, 'en', screen, expectEnglish),
  );
});
