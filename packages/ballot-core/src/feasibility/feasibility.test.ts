import { findRule } from '../catalogue';
import { feasibility } from './feasibility';

describe('feasibility', () => {
  test('V7: 8 of 16 due may meet, but 9 in favour are needed, so the vote is impossible', () => {
    const result = feasibility(findRule('party.meeting.decision'), { due: 16, present: 8 });

    expect(result.status).toBe('impossible');
    expect(result.needs).toEqual([
      { clause: 'quorum', kind: 'attend', count: 'present', needed: 8, got: 8, missing: 0 },
      { clause: 'approval', kind: 'approve', count: 'approve', needed: 9, got: 0, missing: 9, missingVoters: 1 },
    ]);
    expect(result.sentence).toEqual({
      'zh-CN': '应到 16 人，实到 8 人；通过需赞成 9 人，至少还差 1 人到会；现在表决不可能通过',
      'en-US': '16 due, 8 present; passing needs 9 in favour, at least 1 more must come; a vote now cannot pass',
    });
  });

  test('says how many more must come', () => {
    const result = feasibility(findRule('village.representatives'), { due: 30, present: 17 });

    expect(result.status).toBe('quorumShort');
    expect(result.sentence['zh-CN']).toBe('应到 30 人，实到 17 人；实到 20 人才够，还差 3 人到会；通过需赞成 9 人；现在不能表决');
  });

  test('before sign-in the whole quorum is missing', () => {
    const result = feasibility(findRule('village.representatives'), { due: 30 });

    expect(result.needs).toEqual([{ clause: 'quorum', kind: 'attend', count: 'present', needed: 20, got: 0, missing: 20 }]);
  });

  test('one alternative of an either-or quorum is enough', () => {
    const known = { due: 300, present: 80, households: 100, householdsPresent: 67 };

    expect(feasibility(findRule('village.meeting'), known).status).toBe('open');
    expect(feasibility(findRule('village.meeting'), { ...known, householdsPresent: 66 }).status).toBe('quorumShort');
  });

  test('votes against that are already in can make passing impossible', () => {
    const known = { due: 30, present: 20, approve: 3 };

    expect(feasibility(findRule('village.representatives'), { ...known, oppose: 9 }).status).toBe('open');
    expect(feasibility(findRule('village.representatives'), { ...known, oppose: 10 }).status).toBe('impossible');
  });

  test('more votes than voters are refused even before the count is finished', () => {
    expect(() => feasibility(findRule('village.representatives'), { due: 30, present: 20, approve: 12, oppose: 9 })).toThrow(
      'ballot.votesDoNotAddUp',
    );
  });
});
