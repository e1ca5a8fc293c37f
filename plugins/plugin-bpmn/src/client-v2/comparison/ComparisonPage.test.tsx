import { fireEvent, screen } from '@testing-library/react';
import type { VersionComparison } from '../../common/api';
import { renderPage } from '../__fixtures__/renderPage';
import { ComparisonPage } from './ComparisonPage';

const comparison: VersionComparison = {
  processName: '居民公约',
  from: { number: 1, xml: '<xml/>', isDraft: false },
  to: { number: 2, xml: '<xml/>', isDraft: false },
  differences: [
    {
      kind: 'changed',
      elementId: 'review',
      elementName: '镇（街）审核',
      parts: [
        { part: 'deadline', before: '10 工作日', after: '5 工作日' },
        { part: 'cc', before: null, after: 'post supervisor' },
        { part: 'form', before: null, after: null },
      ],
    },
    { kind: 'added', elementId: 'advise', elementName: '法律顾问审查', parts: [] },
  ],
};

const open = (answer: VersionComparison) =>
  renderPage(<ComparisonPage />, {
    at: '/admin/wuxin/processes/covenant/compare?from=1&to=2',
    path: '/admin/wuxin/processes/:key/compare',
    answers: { 'bpmnProcesses:compare': () => answer },
  });

it('says each difference in words and leads to where it is', async () => {
  const { asked } = open(comparison);

  expect(await screen.findByText('时限：10 工作日 → 5 工作日')).toBeTruthy();
  expect(screen.getByText('抄送：无 → post supervisor')).toBeTruthy();
  expect(screen.getByText('表单有改动')).toBeTruthy();
  expect(asked[0]?.params).toMatchObject({ filterByTk: 'covenant', from: 1, to: 2 });
  const show = screen.getByRole('button', { name: '定位“法律顾问审查”' });
  fireEvent.click(show);
  expect(show.getAttribute('aria-pressed')).toBe('true');
});

it('says so when nothing differs', async () => {
  open({ ...comparison, differences: [] });

  expect(await screen.findByText('两个版本没有不同')).toBeTruthy();
});
