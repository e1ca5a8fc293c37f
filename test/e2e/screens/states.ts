import { openPage } from '../harness';
import { DIRECTORS, PAGE, type Screen } from './screen';

const INBOX = '**/api/bpmnTasks:inbox*';

/** States of a page that the server does not bring about by itself. */
export const STATES: readonly Screen[] = [
  {
    name: 'something broken',
    who: DIRECTORS,
    open: async (page) => {
      await page.route(INBOX, (route) => route.fulfill({ status: 500, json: {} }));
      await openPage(page, '/admin/wuxin/inbox', `${PAGE} .ant-result`);
    },
    leave: (page) => page.unroute(INBOX),
  },
  {
    name: 'an answer that is waited for',
    who: DIRECTORS,
    isWaiting: true,
    open: async (page) => {
      await page.route(INBOX, () => undefined);
      await openPage(page, '/admin/wuxin/inbox', `${PAGE} [role=status] .ant-skeleton`);
    },
    leave: (page) => page.unroute(INBOX),
  },
];
