import { fireEvent, screen, within } from '@testing-library/react';
import type { DocumentView, PlaceholderView } from '../../common/api';
import { processDetail } from '../__fixtures__/administration';
import { refusal, renderPage } from '../__fixtures__/renderPage';
import { ProcessDetailPage } from '../processes';
import { DocumentsPanel } from './DocumentsPanel';

const READY: DocumentView = { key: 'resolution', name: '登记表（四）决议', missing: [] };
const LACKING: DocumentView = { key: 'notice', name: '登记表（五）公开', missing: ['决议公开 · 监督意见', '张贴日期'] };
const WORD = new Blob(['word']);

const saved: { name: string; content: unknown }[] = [];
beforeEach(() => {
  saved.length = 0;
  let content: unknown;
  URL.createObjectURL = (given) => ((content = given), 'blob:1');
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, content });
  });
});
afterEach(() => jest.restoreAllMocks());

describe('the documents of a case', () => {
  const open = (documents: DocumentView[] | Error, document: () => unknown = () => WORD) =>
    renderPage(<DocumentsPanel instanceId="101" />, {
      at: '/',
      path: '/',
      answers: {
        'bpmnInstances:documents': () => {
          if (documents instanceof Error) throw documents;
          return documents;
        },
        'bpmnInstances:document': document,
      },
    });

  it('are saved under their name, and say what the others lack', async () => {
    const { asked } = open([READY, LACKING]);

    fireEvent.click(await screen.findByRole('button', { name: '下载：登记表（四）决议' }));

    expect(screen.getByRole('heading', { name: '文书' })).toBeTruthy();
    expect(screen.getByText('还缺：决议公开 · 监督意见、张贴日期')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /登记表（五）/ })).toBeNull();
    await screen.findByRole('button', { name: '下载：登记表（四）决议' });
    expect(asked.find(({ url }) => url === 'bpmnInstances:document')?.params).toEqual({
      filterByTk: '101',
      document: 'resolution',
    });
    expect(saved).toEqual([{ name: '决议表（停车位）.docx', content: WORD }]);
  });

  it('say why one was not made', async () => {
    open([READY], () => {
      throw refusal(409, 'document.incomplete', '“登记表（四）”还不能打印，缺少：计票结论');
    });

    fireEvent.click(await screen.findByRole('button', { name: /^下载/ }));

    expect((await screen.findByRole('alert')).textContent).toContain('缺少：计票结论');
    expect(saved).toEqual([]);
  });

  it('say what went wrong where they could not be listed', async () => {
    open(refusal(500, 'x.y', '出错了'));
    expect((await screen.findByRole('alert')).textContent).toContain('出错了');
  });

  it('are not there where the process has none', async () => {
    const { asked } = open([]);
    await screen.findAllByText((_, element) => element?.tagName === 'BODY');
    expect(asked).toHaveLength(1);
    expect(screen.queryByRole('heading')).toBeNull();
  });
});

describe('the templates of a process', () => {
  const placeholders: PlaceholderView[] = [
    { name: '预算金额', columns: null },
    { name: '三议', columns: ['应到', '实到'] },
  ];
  const open = (answers: Record<string, () => unknown> = {}, detail: object = {}) =>
    renderPage(<ProcessDetailPage />, {
      at: '/admin/wuxin/processes/covenant/detail?tab=templates',
      path: '/admin/wuxin/processes/:key/detail',
      answers: {
        'bpmnProcesses:detail': () => ({ ...processDetail('<xml/>'), ...detail }),
        'bpmnProcesses:template': () => WORD,
        'bpmnProcesses:placeholders': () => placeholders,
        ...answers,
      },
    });
  const choose = async (name: string, file: File) => {
    const button = await screen.findByRole('button', { name: `替换模板：${name}` });
    const input = button.closest('.ant-upload')?.querySelector('input[type="file"]');
    if (!input) throw new Error('no field for a file');
    fireEvent.change(input, { target: { files: [file] } });
  };

  it('are taken out to be edited', async () => {
    open();
    fireEvent.click(await screen.findByRole('button', { name: '下载模板：备案报告' }));
    await screen.findByRole('button', { name: '下载模板：备案报告' });
    expect(saved).toHaveLength(1);
  });

  it('are put back into the draft', async () => {
    const { asked } = open({ 'bpmnProcesses:replaceTemplate': () => ({ versionId: '14' }) });

    await choose('备案报告', new File(['w'], '备案报告.docx'));

    expect((await screen.findByRole('status')).textContent).toContain('“备案报告”已存入草稿');
    const sent = asked.find(({ url }) => url === 'bpmnProcesses:replaceTemplate');
    expect(sent?.params).toEqual({ filterByTk: 'covenant', template: 'filing-report' });
    expect(sent?.data).toBeInstanceOf(FormData);
  });

  it('say which placeholder is wrong, and keep what was there', async () => {
    open({
      'bpmnProcesses:replaceTemplate': () => {
        throw refusal(400, 'template.hasProblems', '模板没有保存：模板“备案报告”里的占位符“总额”没有对应的字段或者环节');
      },
    });

    await choose('备案报告', new File(['w'], '备案报告.docx'));

    expect(await screen.findByText(/占位符“总额”没有对应的字段或者环节/)).toBeTruthy();
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('are added with a name, where they are offered and what they need', async () => {
    const { asked } = open({ 'bpmnProcesses:addTemplate': () => ({ versionId: '15' }) });

    fireEvent.click(await screen.findByRole('button', { name: '新增文书模板' }));
    const dialog = await screen.findByRole('dialog', { name: '新增文书模板' });
    fireEvent.change(within(dialog).getByLabelText('文书名称'), { target: { value: ' 会议通知单 ' } });
    await within(dialog).findByLabelText('提供给谁');
    const input = dialog.querySelector('input[type="file"]');
    fireEvent.change(input!, { target: { files: [new File(['w'], '通知单.docx')] } });
    await within(dialog).findByText('通知单.docx');
    fireEvent.click(within(dialog).getByRole('button', { name: '新增文书模板' }));

    expect((await screen.findByRole('status')).textContent).toContain('“会议通知单”已存入草稿');
    const sent = asked.find(({ url }) => url === 'bpmnProcesses:addTemplate');
    expect(sent?.params).toMatchObject({ filterByTk: 'covenant', name: '会议通知单', readers: 'participants', needs: '' });
    expect(sent?.data).toBeInstanceOf(FormData);
  });

  it('are not added without a name and a file', async () => {
    const { asked } = open();

    fireEvent.click(await screen.findByRole('button', { name: '新增文书模板' }));
    const dialog = await screen.findByRole('dialog', { name: '新增文书模板' });
    fireEvent.click(within(dialog).getByRole('button', { name: '新增文书模板' }));

    expect(await within(dialog).findAllByText(/^请填写/)).toHaveLength(2);
    expect(asked.some(({ url }) => url === 'bpmnProcesses:addTemplate')).toBe(false);
  });

  it('are removed only where somebody added them', async () => {
    const of = (key: string, name: string, isAdded: boolean) => ({
      key,
      name,
      isAdded,
      savedAt: 0,
      savedByName: null,
      problems: [],
    });
    const templates = [of('filing', '备案报告', false), of('added:1', '会议通知单', true)];
    const { asked } = open({ 'bpmnProcesses:removeTemplate': () => ({ versionId: '15' }) }, { templates });

    fireEvent.click(await screen.findByRole('button', { name: '删除模板：会议通知单' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: /删\s*除/ }));

    expect((await screen.findByRole('status')).textContent).toContain('“会议通知单”已从草稿里删除');
    expect(asked.find(({ url }) => url === 'bpmnProcesses:removeTemplate')?.data).toEqual({ template: 'added:1' });
    expect(screen.queryByRole('button', { name: '删除模板：备案报告' })).toBeNull();
  });

  it('list what may stand in them when somebody asks', async () => {
    const { asked } = open();
    expect(asked.some(({ url }) => url === 'bpmnProcesses:placeholders')).toBe(false);

    fireEvent.click(await screen.findByText('可以使用的占位符'));

    expect(await screen.findByText('{预算金额}')).toBeTruthy();
    const rows = (await screen.findByText('三议')).closest('li');
    expect(rows && within(rows).getByText('{三议.应到}')).toBeTruthy();
    expect(rows?.textContent).toContain('{#三议}');
  });

  it('say so where there are none, and where one does not fit any more', async () => {
    const problem = { code: 'template.unknownPlaceholder', severity: 'error', elementId: null, elementName: null, text: 'x' };
    open({}, { templates: [{ key: 'a', name: '甲表', savedAt: 0, savedByName: null, isAdded: false, problems: [problem] }] });
    expect(await screen.findByText('1 处需要修改')).toBeTruthy();
  });

  it('explain themselves where the content brings none', async () => {
    open({}, { templates: [] });
    expect(await screen.findByText('没有文书模板')).toBeTruthy();
  });
});
