import { screen } from '@testing-library/react';
import { processDetail } from '../__fixtures__/administration';
import { renderPage } from '../__fixtures__/renderPage';

// The designer needs NocoBase's own flow engine; the page is loaded after its stand-in is in place.
jest.mock('../taskFormDoor', () => jest.requireActual<object>('../__fixtures__/task-form'));
const { FormDesignPage } = jest.requireActual<typeof import('./FormDesignPage')>('./FormDesignPage');

const open = (elementId: string) =>
  renderPage(<FormDesignPage />, {
    at: `/admin/wuxin/processes/covenant/form/${elementId}/design`,
    path: '/admin/wuxin/processes/:key/form/:elementId/design',
    answers: { 'bpmnProcesses:detail': () => processDetail('<xml/>') },
  });

it('gives the designer the form of the task with the English of its texts', async () => {
  open('solicit');

  expect(await screen.findByText('covenant_solicit Without names')).toBeTruthy();
  expect(screen.getByText(/改动先存为草稿/)).toBeTruthy();
});

it('explains that the process has no such task', async () => {
  open('gone');

  expect(await screen.findByText('流程里没有这个环节')).toBeTruthy();
});
