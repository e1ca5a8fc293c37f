import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { GALLERY, LANGUAGES, type Language } from './gallery';
import { Studio } from './studio';

const FOLDER = join(__dirname, '../../docs/images');

describe('the pictures of the docs', () => {
  let studio: Studio;
  beforeAll(async () => {
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER, { recursive: true });
    studio = await Studio.open(FOLDER);
    await studio.giveStandIn({ from: 'director', to: '刘芳', reason: '赴县委党校培训' });
    await studio.addDataStart({
      name: '登记公约即发起办件',
      collection: 'covenants',
      event: 'created',
      condition: 'record.householdsTotal >= 300',
      processKey: 'covenant',
      placeField: 'placeId',
      title: '=record.title',
      variables: {},
      isEnabled: true,
    });
  });
  afterAll(() => studio?.close());

  for (const language of Object.keys(LANGUAGES) as Language[]) {
    it.each(GALLERY)(`$name, ${language}`, async (picture) => {
      for (const size of picture.sizes) await studio.take(picture, size, language);
    });
  }
});
