import { screen } from '@testing-library/react';
import type { DraftProblems, ProcessDraft } from '../../common/api';
import { NO_OPTIONS } from '../__fixtures__/design-options';
import { refusal, renderPage } from '../__fixtures__/renderPage';
import { DesignerPage } from './DesignerPage';

const draft: ProcessDraft = {
  processKey: 'covenant',
  name: '居民公约',
  xml: '<xml/>',
  revision: 'r0',
  draft: { number: 3, savedAt: 0, savedByName: '吴昊' },
  publishedNumber: 2,
  running: 3,
  unconfirmedParameters: 0,
};
const checked: DraftProblems = {
  revision: 'r0',
  problems: [
    { code: 'x', severity: 'error', elementId: 'review', elementName: '镇（街）审核', text: '“镇（街）审核”没有办理人。' },
  ],
};
const open = (answer: () => unknown, isPhone = false) =>
  renderPage(<DesignerPage />, {
    at: '/admin/wuxin/processes/covenant/design',
    path: '/admin/wuxin/processes/:key/design',
    isPhone,
    answers: {
      'bpmnProcesses:draft': answer,
      'bpmnProcesses:draftProblems': () => checked,
      'bpmnProcesses:designOptions': () => NO_OPTIONS,
    },
  });

it('says that somebody may not draw, without a way to try again', async () => {
  open(() => {
    throw refusal(403, 'process.mayNotDesign', '您没有“设计流程”的权限');
  });

  expect((await screen.findByRole('alert')).textContent).toContain('您没有“设计流程”的权限');
  expect(screen.queryByRole('button')).toBeNull();
});

it('says what is wrong with a draft, leads to its element, and does not offer to publish it', async () => {
  open(() => draft);

  expect(await screen.findByText('“镇（街）审核”没有办理人。')).toBeTruthy();
  expect(screen.getByRole('button', { name: '定位“镇（街）审核”' })).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /^发\s?布$/ }).disabled).toBe(true);
});

it('shows the drawing on a phone that it is opened on, and says that it is changed on a wider screen', async () => {
  open(() => draft, true);

  expect(await screen.findByText('在手机上只能查看流程图')).toBeTruthy();
  expect(screen.queryByText(/窗口变窄了/)).toBeNull();
  expect(await screen.findByText('“镇（街）审核”没有办理人。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^发\s?布$/ })).toBeNull();
});

it('says so when the editor cannot be loaded', async () => {
  open(() => draft); // no lazy module was built for tests

  expect(await screen.findByText('流程设计器没有加载成功，请刷新页面再试。')).toBeTruthy();
});
