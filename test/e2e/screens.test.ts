import { Cast } from './harness';
import { withScreen } from './screens/open-screen';
import { SCREENS } from './screens/screens';
import { expectUsable } from './screens/usable';

describe('every page in Chinese', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await Cast.open();
  });
  afterAll(() => cast?.close());

  it.each(SCREENS)('$name: works on a desktop and on a phone, for everybody', (screen) =>
    withScreen(cast, 'zh', screen, expectUsable),
  );
});
