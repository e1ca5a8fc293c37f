import {
  goneMarkPath,
  memoryWall,
  noticePath,
  planChange,
  renderParts,
  type WallChange,
  type WallOptions,
  type WallSource,
} from '..';
import { aNotice, FULL_OPTIONS, idOf, OPTIONS, PLACES } from '../__fixtures__/notices';
import { textOf } from '../__fixtures__/markup';
import { change, wholeWall, type Files } from '../__fixtures__/walls';

const SMALL = { ...OPTIONS, pageSize: 3 };

async function wallOf(options: WallOptions, count: number) {
  const wall = memoryWall();
  for (let index = 1; index <= count; index += 1)
    wall.save(await planChange(options, wall, { kind: 'publish', notice: aNotice(index) }));
  return wall;
}

/** The same source, with a count of the entries that were read. */
function counted(source: WallSource): { source: WallSource; read: () => number } {
  let read = 0;
  const count = <Item>(items: readonly Item[]) => {
    read += items.length;
    return items;
  };
  return {
    source: {
      ...source,
      entriesOfPage: async (list, page) => count(await source.entriesOfPage(list, page)),
      entriesOfNotice: async (noticeId) => count(await source.entriesOfNotice(noticeId)),
      months: async (scope) => count(await source.months(scope)),
      places: async () => count(await source.places()),
    },
    read: () => read,
  };
}

async function costOf(options: WallOptions, wall: Awaited<ReturnType<typeof wallOf>>, what: WallChange) {
  const { source, read } = counted(wall);
  const plan = await planChange(options, source, what);
  wall.save(plan);
  const { written, removed } = await renderParts(options, source, plan.touched);
  return {
    files: written.length + removed.length,
    read: read(),
    lists: new Set([...plan.lists.added, ...plan.lists.removed].map(({ list }) => list)).size,
  };
}

describe('one change', () => {
  const sizes = [10, 1_000, 10_000];

  it.each(sizes)('of a wall of %d notices writes and reads within the bound that planChange names', async (size) => {
    const wall = await wallOf(FULL_OPTIONS, size);
    const { pageSize } = FULL_OPTIONS;
    const calendarMonths = 200;

    const published = await costOf(FULL_OPTIONS, wall, { kind: 'publish', notice: aNotice(size + 1) });
    const taken = await costOf(FULL_OPTIONS, wall, { kind: 'takeDown', noticeId: idOf(Math.ceil(size / 2)), on: '2026-12-01' });

    expect(published.files).toBeLessThanOrEqual(2 + 3 * published.lists + 2);
    expect(published.read).toBeLessThanOrEqual(3 * pageSize * published.lists + calendarMonths * 6);
    expect(taken.files).toBeLessThanOrEqual(2 + 4 * taken.lists + 2);
    expect(taken.read).toBeLessThanOrEqual(6 * pageSize * taken.lists + calendarMonths * 6);
  });

  it('of a large wall touches no more than the same change of a small one', async () => {
    const [small, large] = [await wallOf(SMALL, 60), await wallOf(SMALL, 6_000)];

    const costs = [
      await costOf(SMALL, small, { kind: 'publish', notice: aNotice(61) }),
      await costOf(SMALL, large, { kind: 'publish', notice: aNotice(6_001) }),
    ];

    expect(costs[1]!.files).toBeLessThanOrEqual(costs[0]!.files + 4);
    expect(costs[1]!.files).toBeLessThanOrEqual(2 + 3 * 5 + 2);
  });

  it('leaves every other file as it was', async () => {
    const wall = await wallOf(SMALL, 100);
    const before = await wholeWall(SMALL, wall);
    const files: Files = new Map(before);

    const { written, removed } = await change(SMALL, wall, files, { kind: 'takeDown', noticeId: idOf(20), on: '2026-12-01' });

    const after = await wholeWall(SMALL, wall);
    const changed = [...before.keys()].filter((path) => before.get(path) !== after.get(path));
    expect([...written.map(({ path }) => path), ...removed]).toEqual(expect.arrayContaining(changed));
    expect(
      [...before]
        .filter(([, page]) => page.includes(noticePath(idOf(20))))
        .map(([path]) => path)
        .toSorted(),
    ).toEqual(changed.filter((path) => path !== noticePath(idOf(20))).toSorted());
  });

  it('is rendered again without harm, as after a crash', async () => {
    const wall = await wallOf(SMALL, 10);
    const plan = await planChange(SMALL, wall, { kind: 'publish', notice: aNotice(11) });
    wall.save(plan);
    const once = await renderParts(SMALL, wall, plan.touched);

    const again = await renderParts(SMALL, wall, plan.touched);

    expect(again).toEqual(once);
  });

  it('is rendered with others so that each file is there once', async () => {
    const wall = await wallOf(SMALL, 10);
    const plans = [];
    for (const index of [11, 12]) {
      const plan = await planChange(SMALL, wall, { kind: 'publish', notice: aNotice(index) });
      wall.save(plan);
      plans.push(plan);
    }

    const { written, removed } = await renderParts(
      SMALL,
      wall,
      plans.flatMap(({ touched }) => touched),
    );

    const paths = [...written.map(({ path }) => path), ...removed];
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('that was made already changes no list', async () => {
    const wall = await wallOf(SMALL, 10);

    const plan = await planChange(SMALL, wall, { kind: 'publish', notice: aNotice(10) });

    expect(plan.lists).toEqual({ added: [], replaced: [], removed: [], place: null });
    expect(plan.touched).toEqual([{ part: 'notice', noticeId: idOf(10) }]);
  });
});

describe('publishing', () => {
  it('seals a page when its last place is taken and the next notice comes', async () => {
    const wall = await wallOf(SMALL, 0);
    const files = await wholeWall(SMALL, wall);
    const add = (index: number) => change(SMALL, wall, files, { kind: 'publish', notice: aNotice(index) });

    for (const index of [1, 2, 3]) await add(index);
    expect(files.has('all/p1.html')).toBe(false);
    await add(4);

    expect(files.has('all/p1.html')).toBe(true);
    expect(textOf(files.get('all/index.html')!)).toMatch(/第4号[^]*第3号[^]*第2号[^]*第1号/);
  });

  it('again with another end changes the page and the lists, at the same place', async () => {
    const wall = await wallOf(SMALL, 10);
    const files = await wholeWall(SMALL, wall);

    await change(SMALL, wall, files, { kind: 'publish', notice: { ...aNotice(4), endsOn: '2026-05-01' } });

    expect(files).toEqual(await wholeWall(SMALL, wall));
    expect(textOf(files.get('all/p2.html')!)).toContain('至 2026年5月1日');
  });

  it('of a place for the first time puts it on the front page', async () => {
    const wall = await wallOf(SMALL, 10);
    const files = await wholeWall(SMALL, wall);

    await change(SMALL, wall, files, {
      kind: 'publish',
      notice: { ...aNotice(11), place: { ...PLACES[0]!, id: 'new', name: '新建社区' } },
    });

    expect(textOf(files.get('index.html')!)).toContain('新建社区');
    expect(files).toEqual(await wholeWall(SMALL, wall));
  });
});

describe('superseding', () => {
  it('puts the new notice where the old one is gone, whose page leads to it', async () => {
    const wall = await wallOf(SMALL, 10);
    const files = await wholeWall(SMALL, wall);

    await change(SMALL, wall, files, { kind: 'supersede', noticeId: idOf(4), by: aNotice(11) });

    expect(files.get(noticePath(idOf(4)))).toContain(noticePath(idOf(11)));
    expect(textOf(files.get('all/index.html')!)).toContain('第11号');
    expect(files).toEqual(await wholeWall(SMALL, wall));
  });

  it('a notice by itself is publishing it again', async () => {
    const wall = await wallOf(SMALL, 10);
    const files = await wholeWall(SMALL, wall);
    const before = new Map(files);

    await change(SMALL, wall, files, { kind: 'supersede', noticeId: idOf(4), by: aNotice(4) });

    expect(files).toEqual(before);
  });
});

describe('taking down', () => {
  it('leaves a short page and the mark by which a server answers 410', async () => {
    const wall = await wallOf(SMALL, 10);
    const files = await wholeWall(SMALL, wall);

    await change(SMALL, wall, files, { kind: 'takeDown', noticeId: idOf(4), on: '2026-05-01' });

    expect(textOf(files.get(noticePath(idOf(4)))!)).toContain('本公示已撤下');
    expect(files.get(goneMarkPath(idOf(4)))).toBe('');
  });

  it('a second time changes nothing', async () => {
    const wall = await wallOf(SMALL, 10);
    const files = await wholeWall(SMALL, wall);
    await change(SMALL, wall, files, { kind: 'takeDown', noticeId: idOf(4), on: '2026-05-01' });
    const once = new Map(files);

    await change(SMALL, wall, files, { kind: 'takeDown', noticeId: idOf(4), on: '2026-06-01' });

    expect(files).toEqual(once);
  });

  it('of the last notice of a month takes the month out of the archive', async () => {
    const wall = await wallOf(SMALL, 4);
    const files = await wholeWall(SMALL, wall);
    await change(SMALL, wall, files, { kind: 'publish', notice: { ...aNotice(5), publishedOn: '2027-02-01' } });
    expect(files.has('all/2027-02/index.html')).toBe(true);

    await change(SMALL, wall, files, { kind: 'takeDown', noticeId: idOf(5), on: '2027-03-01' });

    expect(files.has('all/2027-02/index.html')).toBe(false);
    expect(textOf(files.get('all/archive.html')!)).not.toContain('2027');
  });

  it('of whole pages leaves no empty ones to turn', async () => {
    const wall = await wallOf(SMALL, 30);
    const files = await wholeWall(SMALL, wall);

    for (let index = 7; index <= 30; index += 1)
      await change(SMALL, wall, files, { kind: 'takeDown', noticeId: idOf(index), on: '2026-05-01' });

    expect([...files.keys()].filter((path) => /^all\/p/.test(path)).toSorted()).toEqual(['all/p1.html', 'all/p2.html']);
    expect(textOf(files.get('all/index.html')!)).toMatch(/第6号[^]*第5号[^]*第4号/);
    expect(files).toEqual(await wholeWall(SMALL, wall));
  });
});
