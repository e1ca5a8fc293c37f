import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../__fixtures__/renderPage';
import { RulesPage } from './RulesPage';

const open = () => renderPage(<RulesPage />, { at: '/admin/wuxin/ballot-rules', path: '/admin/wuxin/ballot-rules', answers: {} });

describe('the page of voting rules', () => {
  it('says what each asks for, from where, and what nobody answers for yet', async () => {
    open();

    const known = (await screen.findByText('村民代表会议')).closest('tr');
    expect(known?.textContent).toMatch(/到会：实到达到应到的三分之二；通过：赞成超过实到半数.*村民委员会组织法.*有原文依据/);
    const unsure = screen.getByText('居民会议（2026 年起，待确认）').closest('tr');
    expect(unsure?.textContent).toMatch(/通过所需人数尚未确认.*待确认，不能使用/);
    expect(screen.getByText('1 条规则的数字待确认')).toBeTruthy();
  });

  it('takes numbers as fractions, says what they mean, and who answers for them', async () => {
    const { asked } = open();

    fireEvent.click(await screen.findByRole('button', { name: '确认数字' }));
    const dialog = within(await screen.findByRole('dialog'));
    const quorum = within(dialog.getByRole('group', { name: '到会须' }));
    const approval = within(dialog.getByRole('group', { name: '通过须' }));
    for (const [part, num, den] of [
      [quorum, '1', '2'],
      [approval, '1', '2'],
    ] as const) {
      fireEvent.change(part.getByLabelText('分子'), { target: { value: num } });
      fireEvent.change(part.getByLabelText('分母'), { target: { value: den } });
      fireEvent.mouseDown(part.getByRole('combobox', { name: '关系' }));
      fireEvent.click((await screen.findAllByTitle('超过（不含本数）')).at(-1)!);
    }
    expect(await dialog.findByText('到会：实到超过应到半数；通过：赞成超过实到半数')).toBeTruthy();
    fireEvent.change(dialog.getByLabelText('依据'), { target: { value: '居民委员会组织法第十条' } });
    fireEvent.change(dialog.getByLabelText('理由'), { target: { value: '已核对原文' } });
    fireEvent.click(dialog.getByRole('button', { name: '确认数字' }));

    const half = (count: string, base: string, id: string) => ({
      mode: 'allOf',
      clauses: [{ id, count, threshold: { operator: 'moreThan', num: 1, den: 2, base } }],
    });
    await waitFor(() =>
      expect(asked.find(({ url }) => url === 'ballotRules:confirm')?.data).toEqual({
        quorum: half('present', 'due', 'quorum'),
        approval: half('approve', 'present', 'approval'),
        source: '居民委员会组织法第十条',
        reason: '已核对原文',
      }),
    );
  });
});
