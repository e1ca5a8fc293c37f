/** @jest-environment jsdom */
import fc from 'fast-check';
import { memoryWall, planChange, type MemoryWall } from '..';
import { aNotice, idOf, OPTIONS } from '../__fixtures__/notices';
import { wholeWall, type Files } from '../__fixtures__/walls';
import { searchListsOf } from '.';

const MIRROR = { ...OPTIONS, pageSize: 3, searchShards: 8 };
let wall: MemoryWall;
let files: Files;
let asked: string[];

const publish = async (index: number, title: string) =>
  wall.save(await planChange(MIRROR, wall, { kind: 'publish', notice: aNotice(index, { title }) }));

async function open(): Promise<void> {
  files = await wholeWall(MIRROR, wall);
  asked = [];
  const page = new DOMParser().parseFromString(files.get('search.html')!, 'text/html');
  document.body.replaceWith(page.body);
  globalThis.fetch = jest.fn(async (path: string) => {
    asked.push(path);
    const content = files.get(path);
    return { ok: content !== undefined, status: content === undefined ? 404 : 200, json: async () => JSON.parse(content ?? '') };
  }) as never; // the script reads no more of an answer
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the file that the page loads
  new Function(files.get('search.js')!)();
}

async function search(query: string): Promise<string[]> {
  document.querySelector<HTMLInputElement>('#q')!.value = query;
  document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
  for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
  return [...document.querySelectorAll('#found a')].map((link) => link.textContent ?? '');
}

beforeEach(() => {
  wall = memoryWall();
});

describe('the search of a mirror', () => {
  it('finds titles that have all of the query, the newest first, on several pages of a list', async () => {
    for (let index = 1; index <= 12; index += 1)
      await publish(index, index % 2 ? `低保名单第${index}批` : `河道清淤第${index}次`);
    await open();

    expect(await search('低保')).toEqual([11, 9, 7, 5, 3, 1].map((index) => `低保名单第${index}批`));
    expect(asked.length).toBeGreaterThan(2);
  });

  it('finds a number, and full-width signs as usual ones', async () => {
    await publish(5, '关于ＡＢ楼的公示');
    await open();

    expect(await search('2026-0005')).toEqual(['关于ＡＢ楼的公示']);
    expect(await search('ab楼')).toEqual(['关于ＡＢ楼的公示']);
  });

  it('finds nothing that was taken down', async () => {
    await publish(5, '低保名单');
    wall.save(await planChange(MIRROR, wall, { kind: 'takeDown', noticeId: idOf(5), on: '2026-05-01' }));
    await open();

    expect(await search('低保')).toEqual([]);
    expect(document.querySelector('#said')!.textContent).toBe('没有找到。');
  });

  it('shows markup in a title as text', async () => {
    await publish(5, '低保<img src=x onerror=alert(1)>');
    await open();

    expect(await search('低保')).toEqual(['低保<img src=x onerror=alert(1)>']);
    expect(document.querySelector('#found img')).toBeNull();
  });

  it('asks for two signs', async () => {
    await open();

    await search('低');

    expect(asked).toEqual([]);
    expect(document.querySelector('#said')!.textContent).toBe('请至少输入两个字。');
  });

  it('finds every title by any part of it', async () => {
    const words = fc
      .array(fc.constantFrom(...'低保名单公示关于年度AＢb1２-— （）'), { minLength: 2, maxLength: 12 })
      .map((signs) => signs.join(''));
    await fc.assert(
      fc.asyncProperty(words, words, fc.nat(8), async (before, title, from) => {
        wall = memoryWall();
        await publish(1, `x${before}`);
        await publish(2, `y${title}`);
        await open();
        const query = title.slice(from % (title.length - 1));
        fc.pre([...query.replace(/[^\p{L}\p{N}]/gu, '')].length >= 2);

        expect(await search(query)).toContain(`y${title}`);
      }),
      { numRuns: 50 },
    );
  });
});

describe('search lists', () => {
  it('are no more than there are pairs of signs', () => {
    expect(searchListsOf({ title: '关于低保', number: '2026-1' }, 4_096).length).toBeLessThanOrEqual(7);
  });
});
