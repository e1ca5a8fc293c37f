import { AGAIN, ADMINISTRATOR, Cast, tokenOf } from './harness';
import { Designer } from './pages/designer';
import { largeProcess } from './processes/large';

/**
 * How long a large drawing takes to open and to change: `npm run test:e2e -- designer-large`. What is there is asserted; times are printed, for
 * docs/measurements.md, and judged by nobody here: they are the machine's as much as ours.
 */
describe('a large drawing', () => {
  let cast: Cast;
  let designer: Designer;
  const figures: string[] = [];

  beforeAll(async () => {
    cast = await Cast.open();
    designer = new Designer(await cast.page('admin'));
  });
  afterAll(async () => {
    process.stdout.write(`\n| elements | opened | opened again | changed |\n${figures.join('\n')}\n`);
    await cast?.close();
  });

  /** Milliseconds until as many elements are on the canvas. */
  const open = async (key: string, count: number): Promise<number> => {
    const { page } = designer;
    const began = Date.now();
    await page.evaluate((path) => {
      history.pushState(null, '', path);
      dispatchEvent(new PopStateEvent('popstate'));
    }, `/v/admin/wuxin/processes/${key}/design`);
    await page.waitForFunction(
      ([id, total]) =>
        document.querySelector(`.djs-element[data-element-id="${id}"]`) !== null &&
        document.querySelectorAll('.wuxin-designer .djs-shape').length >= Number(total),
      [`n${count - 1}`, count] as const,
      { polling: 'raf' },
    );
    return Date.now() - began;
  };
  /** Leaves for a page of another kind. */
  const leave = async () => {
    const { page } = designer;
    await page.evaluate(() => {
      history.pushState(null, '', '/v/admin/wuxin/start');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await page.locator('.wuxin-designer').waitFor({ state: 'detached' });
  };
  /** Milliseconds from leaving the field of a name to that name in the drawing. */
  const rename = async (id: string, name: string): Promise<number> => {
    const { page, panel } = designer;
    const field = panel.getByLabel('名称', { exact: true });
    await field.fill(name);
    return page.evaluate(
      ([element, text]) =>
        new Promise<number>((resolve) => {
          const began = performance.now();
          (document.activeElement as HTMLElement).blur();
          const look = () => {
            const shape = document.querySelector(`.djs-element[data-element-id="${element}"]`);
            if (shape?.textContent?.replace(/\s/g, '').includes(text)) resolve(performance.now() - began);
            else requestAnimationFrame(look);
          };
          look();
        }),
      [id, name] as const,
    );
  };

  it.each([300, 1000])('of %i elements opens whole, is searched and changed', async (count) => {
    const key = `large${count}`;
    const { page } = designer;
    await page.goto('/v/admin/wuxin/start');
    await page.locator('section[aria-labelledby]').first().waitFor();
    const deployed = await page.context().request.post('/api/bpmnProcesses:deploy', {
      ...AGAIN,
      data: { xml: largeProcess(key, count) },
      headers: { Authorization: `Bearer ${await tokenOf(page, ADMINISTRATOR)}` },
    });
    expect(deployed.ok()).toBe(true);

    const first = await open(key, count);
    await leave();
    const again = await open(key, count);
    await designer.choose(`环节 ${count - 50}`);
    const changed: number[] = [];
    for (const name of ['甲改', '乙改', '丙改']) changed.push(await rename(`n${count - 50}`, name));
    await designer.saved();

    // names of events are shapes of their own
    expect(await page.locator('.wuxin-designer .djs-shape:not([data-element-id$="_label"])').count()).toBe(count);
    const middle = [...changed].sort((a, b) => a - b)[1] ?? 0;
    figures.push(`| ${count} | ${first} ms | ${again} ms | ${Math.round(middle)} ms |`);
  });
});
