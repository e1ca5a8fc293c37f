import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { setFlowContext } from '../../../../../test/stubs/flow-engine';
import { desk, motion, people } from '../__fixtures__/meeting';
import { renderPage } from '../__fixtures__/renderPage';
import type { CountSheet, MotionView } from '../../common/api';
import { CountPage } from './CountPage';

const hands = (more: Partial<MotionView> = {}) =>
  motion({ way: 'showOfHands', secrecy: 'open', status: 'open', attended: { due: 30, present: 20 }, ...more });

const open = (counted: MotionView) => {
  const rendered = renderPage(<CountPage />, {
    at: '/admin/wuxin/meetings/5/motions/71/count',
    path: '/admin/wuxin/meetings/:id/motions/:motionId/count',
    answers: {
      'ballotMeetings:desk': () => desk({ motions: [counted] }),
      'ballotMeetings:revision': () => ({ revision: 1 }),
    },
  });
  setFlowContext({ user: people.first });
  return rendered;
};

const type = (label: string, value: string) => {
  const field = screen.getByLabelText(label);
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
};

const sheet = (more: Partial<CountSheet> = {}): CountSheet => ({
  attempt: 1,
  teller: people.first,
  counts: { approve: 11, oppose: 6, abstain: 3 },
  at: 0,
  mismatches: [],
  ...more,
});

describe('the count sheet', () => {
  it('is handed in once it adds up', async () => {
    const { asked } = open(hands({ may: ['ballotMotions:count'] }));

    await screen.findByLabelText('赞成');
    const handIn = screen.getByRole<HTMLButtonElement>('button', { name: '交计票表' });
    expect(handIn.disabled).toBe(true);
    type('赞成', '11');
    type('反对', '6');
    type('弃权', '1');
    expect(await screen.findByText('其余 2 人没有举手，记为未表决')).toBeTruthy();
    fireEvent.click(handIn);
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: '交计票表' }));

    await waitFor(() =>
      expect(asked.find(({ url }) => url === 'ballotMotions:count')?.data).toEqual({
        counts: { approve: 11, oppose: 6, abstain: 1 },
      }),
    );
  });

  it('says which numbers contradict each other, and cannot be handed in like that', async () => {
    open(hands({ may: ['ballotMotions:count'] }));

    await screen.findByLabelText('赞成');
    type('赞成', '15');
    type('反对', '6');
    type('弃权', '0');

    expect(await screen.findByText(/不等于实到 20/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '交计票表' }).disabled).toBe(true);
  });

  it('warns that more ballots came back than were issued', async () => {
    open(motion({ way: 'paper', status: 'counting', may: ['ballotMotions:count'] }));

    await screen.findByLabelText('发出选票');
    type('发出选票', '20');
    type('收回选票', '21');

    expect(await screen.findByText('收回 21 张，多于发出的 20 张：本轮投票将作废')).toBeTruthy();
  });

  it('waits for the other teller, without the other count', async () => {
    open(hands({ sheets: [sheet(), sheet({ teller: people.second, counts: null, attempt: 0 })] }));

    expect(await screen.findByText('您的计票表已交')).toBeTruthy();
    expect(screen.getByText('您交的数字')).toBeTruthy();
  });

  it('is filled in again where both differ, with what differs', async () => {
    const mismatches = [{ field: 'approve', first: 11, second: 10 }];
    open(hands({ may: ['ballotMotions:count'], sheets: [sheet({ mismatches }), sheet({ teller: people.second, mismatches })] }));

    expect(await screen.findByText('第 1 次计票两份不同，请重新清点')).toBeTruthy();
    expect(screen.getByText('赞成：一人计 11，另一人计 10')).toBeTruthy();
    expect(screen.getByLabelText('赞成')).toBeTruthy();
  });

  it('is nothing for who is no teller', async () => {
    open(hands());

    expect(await screen.findByText('现在不需要您计票')).toBeTruthy();
  });
});
