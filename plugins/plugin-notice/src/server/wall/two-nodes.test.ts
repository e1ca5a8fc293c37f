import { BASE_PLUGINS, beforeCommitOf, RaceTrack, type TestApp } from '@wuxin/test';
import { engineOf, PluginBpmnServer, placesOf } from '@wuxin/plugin-bpmn';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DAY_MS, NOON, Wall } from '../__fixtures__';

/** Each node carries out jobs that write files of the one folder; the first is held once its files are written and its transaction is not done. */
const WRITTEN = beforeCommitOf('noticeWall');

describe('two nodes that write one folder of the wall', () => {
  let wall: Wall;
  let second: TestApp;
  let track: RaceTrack;
  beforeAll(async () => {
    wall = await Wall.open();
    second = await wall.office.test.secondNode({ plugins: [...BASE_PLUGINS, '@wuxin/plugin-bpmn', '@wuxin/plugin-notice'] });
    engineOf(second.db).clock = { now: () => wall.office.now };
    placesOf(second.db).register(wall.office.places);
    // what the second asked for at its start
    wall.office.now = Date.now() + DAY_MS;
    await wall.office.drain();
    wall.office.now = NOON;
    track = RaceTrack.on(wall.office.db, async () => undefined);
  });
  // NocoBase's repositories print what they roll back
  beforeAll(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));
  afterAll(() => jest.restoreAllMocks());
  afterAll(async () => {
    if (second !== wall?.office.test) await second?.stop();
    await wall?.close();
  });

  const drainFirst = () => wall.office.drain();
  const drainSecond = () => second.app.pm.get(PluginBpmnServer).drain();
  const contents = () => new Map(wall.files().map((path) => [path, readFileSync(join(wall.folder, path), 'utf8')]));
  /** The files that one node alone writes of what is stored. */
  const writtenAnew = async () => {
    rmSync(wall.folder, { recursive: true });
    await wall.office.do('root', 'noticeWall:rebuild', undefined);
    await drainFirst();
    return contents();
  };
  const atOnce = async () => {
    await track.run({ first: drainFirst, second: drainSecond, heldAt: WRITTEN });
    await drainFirst();
    await drainSecond();
  };

  it('leave what one of them writes alone, when both publish', async () => {
    for (const title of ['一号公示', '二号公示', '三号公示', '四号公示']) await wall.notices.published({ title });

    await atOnce();

    const raced = contents();
    expect([...raced.keys()].filter((path) => path.startsWith('n/'))).toHaveLength(4);
    expect(raced).toEqual(await writtenAnew());
  });

  it('leave it when one takes down what the other is writing', async () => {
    const id = await wall.notices.published({ title: '贴错的公示' });
    await wall.notices.published({ title: '没有贴错的公示' });
    await wall.office.do('approver', 'noticeNotices:takeDown', id, { reason: '贴错了' });

    await atOnce();

    const raced = contents();
    expect([...raced.values()].filter((text) => text.includes('贴错的公示') && !text.includes('没有贴错'))).toEqual([]);
    expect(raced).toEqual(await writtenAnew());
  });

  it('leave it when one writes everything anew meanwhile', async () => {
    await wall.notices.published({ title: '重写时的公示' });
    await wall.office.do('root', 'noticeWall:rebuild', undefined);

    await atOnce();

    expect(contents()).toEqual(await writtenAnew());
  });
});
