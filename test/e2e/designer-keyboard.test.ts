import type { Locator } from 'playwright-core';
import { AGAIN, ADMINISTRATOR, Cast, screenshot, story, tabTo, tokenOf } from './harness';
import { Designer } from './pages/designer';
import { speak } from './screens/look';

const KEY = 'keyed';
const SHAPES = [
  ['begin', 160, 182, 36],
  ['write', 260, 160, 100],
  ['end', 420, 182, 36],
] as const;
const XML = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:wuxin="urn:wuxin:bpmn:1" id="definitions" targetNamespace="urn:test">
<bpmn:process id="${KEY}" name="键盘流程" wuxin:nameEn="Keys only" isExecutable="true">
<bpmn:startEvent id="begin" name="开始" wuxin:nameEn="Begin" />
<bpmn:userTask id="write" name="起草" wuxin:nameEn="Write"><bpmn:extensionElements><wuxin:assignment kind="starter" /><wuxin:outcome key="done" name="办结" nameEn="Done" kind="primary" /></bpmn:extensionElements></bpmn:userTask>
<bpmn:endEvent id="end" name="办完" />
<bpmn:sequenceFlow id="toWrite" sourceRef="begin" targetRef="write" /><bpmn:sequenceFlow id="toEnd" sourceRef="write" targetRef="end" />
</bpmn:process>
<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="${KEY}">
${SHAPES.map(([id, x, y, width]) => `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${width === 36 ? 36 : 80}" /></bpmndi:BPMNShape>`).join('')}
<bpmndi:BPMNEdge id="toWrite_di" bpmnElement="toWrite"><di:waypoint x="196" y="200" /><di:waypoint x="260" y="200" /></bpmndi:BPMNEdge>
<bpmndi:BPMNEdge id="toEnd_di" bpmnElement="toEnd"><di:waypoint x="360" y="200" /><di:waypoint x="420" y="200" /></bpmndi:BPMNEdge>
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;

describe('an administrator who draws with the keyboard alone', () => {
  const step = story(() => cast.photograph('designer-keyboard-failed'));
  let cast: Cast;
  let designer: Designer;

  beforeAll(async () => {
    cast = await Cast.open();
    designer = new Designer(await cast.page('admin'));
    const headers = { Authorization: `Bearer ${await tokenOf(designer.page, ADMINISTRATOR)}` };
    const deployed = await designer.page
      .context()
      .request.post('/api/bpmnProcesses:deploy', { data: { xml: XML }, headers, ...AGAIN });
    expect(deployed.ok()).toBe(true);
  });
  afterAll(() => cast?.close());

  const drawing = (): Locator => designer.page.locator('.wuxin-designer svg[tabindex]').first();
  const said = (text: string | RegExp) => designer.page.getByRole('status').filter({ hasText: text }).waitFor();
  const press = async (...keys: string[]) => {
    for (const key of keys) await designer.page.keyboard.press(key);
  };
  /** Opens one of the menus, and waits until keys go to it. */
  const open = async (key: string): Promise<Locator> => {
    await press(key);
    await designer.page.waitForFunction(() => document.activeElement?.closest('.djs-popup'));
    return designer.page.locator('.djs-popup');
  };
  /** The menu is gone, and keys go to the drawing again. */
  const closed = async (menu: Locator): Promise<void> => {
    await menu.waitFor({ state: 'detached' });
    await designer.page.waitForFunction(() => document.activeElement?.matches('.wuxin-designer svg[tabindex]'));
  };
  /** Opens one of the menus, looks for something in it and takes it. */
  const take = async (key: string, text: string) => {
    const menu = await open(key);
    await designer.page.keyboard.type(text);
    await press('End'); // it looks when a key is let go
    await menu.locator('.entry.selected').filter({ hasText: text }).waitFor();
    await press('Enter');
    await closed(menu);
  };
  /** Waits until there are as many shapes, labels not counted. */
  const shapesAre = (count: number) =>
    designer.page.waitForFunction(
      (expected) => document.querySelectorAll('.wuxin-designer .djs-shape:not([data-element-id$="_label"])').length === expected,
      count,
    );
  const shapes = () => designer.page.locator('.wuxin-designer .djs-shape:not([data-element-id$="_label"])').count();

  step('goes through the drawing in the order of the process, and is told where they are', async () => {
    await designer.open(KEY);
    await tabTo(designer.page, drawing());

    await press('.');
    await said('开始：“开始”，第 1 个，共 5 个；连到 起草');
    await press('.');
    await said('连线：从“开始”到“起草”，第 2 个，共 5 个');
    await press('.');
    await said('人工办理：“起草”，第 3 个，共 5 个；连到 办完');
    await press('End');
    await said('第 5 个');
    await press('.', ',');
    await said('第 5 个');
  });

  step('goes to the properties of what is chosen, changes them, and comes back', async () => {
    await press('Home', '.', '.', 'Enter');
    const { panel, page } = designer;
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '属性');
    await tabTo(page, panel.getByLabel('名称', { exact: true }));
    await page.keyboard.press('End');
    await page.keyboard.type('初稿');
    await press('F6');
    await page.waitForFunction(() => document.activeElement?.closest('.wuxin-designer') !== null);

    await said('人工办理：“起草初稿”');
    await designer.saved();
  });

  step('adds an element of the palette, connects it, moves it, and takes all of it back', async () => {
    await take('n', '分支');
    await said(/分支判断：“未命名”/);
    await shapesAre(4);
    // of two, which takes no search
    await press('c');
    const chosen = designer.page.locator('.djs-popup .entry.selected');
    await chosen.filter({ hasText: '起草初稿' }).waitFor();
    const other = chosen.filter({ hasText: '办完' });
    // a key at the speed of a machine may come before the menu listens
    for (let pressed = 0; pressed < 3 && (await other.count()) === 0; pressed += 1) {
      await press('ArrowDown');
      await other.waitFor({ timeout: 2_000 }).catch(() => undefined);
    }
    await other.waitFor();
    await press('Enter');
    await said('连线：从“未命名”到“办完”');

    await press(',');
    await said(/分支判断：“未命名”.*连到 办完/);
    const gateway = await designer.page.locator('.djs-shape.selected').getAttribute('data-element-id');
    const placeOf = () => designer.element(gateway ?? '').boundingBox();
    const before = await placeOf();
    await press('ArrowDown', 'Shift+ArrowDown');
    expect((await placeOf())?.y).toBeGreaterThan((before?.y ?? 0) + 30);

    await press('Delete');
    await shapesAre(3);
    await press('Control+z');
    await shapesAre(4);
    for (let undone = 0; undone < 4; undone += 1) await press('Control+z');
    await shapesAre(3);
    await said('没有选中节点；流程图里共有 5 个节点和连线');
  });

  step('makes everything that the palette makes', async () => {
    const menu = await open('n');
    const count = await menu.locator('.entry').count();
    await press('Escape');
    await closed(menu);
    for (let index = 0; index < count; index += 1) {
      const before = await shapes();
      await open('n');
      for (let down = 0; down < index; down += 1) await press('ArrowDown');
      const name = (await menu.locator('.entry.selected').innerText()).trim();
      await press('Enter');
      await closed(menu);

      expect({ name, isMade: (await shapes()) > before }).toEqual({ name, isMade: true });
      await press('Control+z');
      await shapesAre(before);
    }
  });

  step('attaches an event to a step, and finds a step by its name', async () => {
    await press('Control+f');
    await designer.page.keyboard.type('起草');
    await press('End');
    await designer.page.locator('.djs-search-result').first().waitFor();
    await press('Enter');
    await said('人工办理：“起草初稿”');

    await take('n', '附加事件');
    await said('附加事件：“未命名”');
    await press('Control+z');
    await shapesAre(3);
  });

  step('copies a step and puts the copy down below it, and takes that back', async () => {
    await press('Home', '.', '.');
    await said('人工办理：“起草初稿”');
    const original = await designer.page.locator('.djs-shape.selected').getAttribute('data-element-id');

    await press('Control+c', 'v');

    await shapesAre(4);
    await said('人工办理：“起草初稿”');
    const copy = await designer.page.locator('.djs-shape.selected').getAttribute('data-element-id');
    expect(copy).not.toBe(original);
    const placeOf = (id: string | null) => designer.element(id ?? '').boundingBox();
    const [above, below] = [await placeOf(original), await placeOf(copy)];
    expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
    await press('Control+z');
    await shapesAre(3);
  });

  step('makes a sub-process larger and smaller, but no step, which has one size', async () => {
    await take('n', '子流程');
    const id = await designer.page.locator('.djs-shape.selected').getAttribute('data-element-id');
    const widthOf = async () =>
      (await designer
        .element(id ?? '')
        .locator('.djs-visual > rect')
        .first()
        .getAttribute('width')) ?? '';
    const before = Number(await widthOf());
    await press('Alt+ArrowRight', 'Alt+Shift+ArrowRight');
    expect(Number(await widthOf())).toBe(before + 60);
    await press('Alt+ArrowLeft');
    expect(Number(await widthOf())).toBe(before + 50);
    for (let undone = 0; undone < 4; undone += 1) await press('Control+z');
    await shapesAre(3);

    await press('Home', '.', '.', 'Alt+ArrowRight');
    await said('人工办理：“起草初稿”');
    expect(await designer.page.locator('.djs-shape.selected .djs-visual > rect').first().getAttribute('width')).toBe('100');
  });

  step('is told all keys', async () => {
    const { page } = designer;
    await press('?');
    const help = page.getByRole('dialog', { name: '用键盘设计流程' });
    await help.getByText('把选中的节点连到另一个节点').waitFor();
    await screenshot(page, 'designer-keys');
    await page.waitForFunction(() => document.activeElement?.closest('.ant-modal-wrap') !== null);
    await press('Escape');
    await help.waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.closest('.wuxin-designer') !== null);
  });

  step('who reads English sees English names, and renames them without losing the Chinese ones', async () => {
    const { page } = designer;
    await speak(page, 'English', 'Draw: Keys only');
    await page.locator('.wuxin-designer .djs-shape').first().waitFor();
    const write = designer.element('write');
    await write.filter({ hasText: /^Write$/ }).waitFor();
    // it has no English name
    await designer.element('end_label').filter({ hasText: '办完' }).waitFor();
    await screenshot(page, 'designer-english');

    await tabTo(page, drawing());
    await press('.', '.', '.', 'e');
    await press('Control+a');
    await page.keyboard.type('Draft');
    await press('Enter');
    await write.filter({ hasText: /^Draft$/ }).waitFor();
    await press('End', 'e');
    await press('Control+a');
    await page.keyboard.type('Done');
    await press('Enter');
    await page.getByText(/saved at/i).waitFor();

    const headers = { Authorization: `Bearer ${await tokenOf(page, ADMINISTRATOR)}` };
    const answer = await page.context().request.get(`/api/bpmnProcesses:draft?filterByTk=${KEY}`, { headers, ...AGAIN });
    const { data } = (await answer.json()) as { data: { xml: string } };
    expect(data.xml).toContain('id="write" name="起草初稿" wuxin:nameEn="Draft"');
    expect(data.xml).toContain('id="end" name="办完" wuxin:nameEn="Done"');
    await speak(page, '简体中文', '设计流程：键盘流程');
    await write.filter({ hasText: '起草初稿' }).waitFor();
  });
});
