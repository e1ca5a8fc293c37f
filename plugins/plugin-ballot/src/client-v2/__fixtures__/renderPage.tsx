import { App } from 'antd';
import type { ReactElement } from 'react';
import { refusal, renderPage as render } from '../../../../../test/client/renderPage';
import { rules, types } from './meeting';

export { refusal };

type Where = Parameters<typeof render>[1];

/** A page with what every one of ours asks for. */
export const renderPage = (page: ReactElement, { answers, ...where }: Where) =>
  render(<App>{page}</App>, {
    ...where,
    answers: { 'ballotRules:list': () => rules, 'ballotMeetingTypes:list': () => types, ...answers },
  });
