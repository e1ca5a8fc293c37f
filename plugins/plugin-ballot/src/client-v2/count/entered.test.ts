import { findRule } from '@wuxin/ballot-core';
import { motion } from '../__fixtures__/meeting';
import { countsOf, faultsOf, fieldsOf, isWhole, restOfHands } from './entered';

const RULE = findRule('village.representatives');
const hands = motion({ way: 'showOfHands', attended: { due: 30, present: 20 } });
const paper = motion({ way: 'paper', attended: { due: 30, present: 20 } });
const election = motion({ way: 'paper', seats: 1, candidates: [{ id: 'c1', name: '张三' }] });

describe('what a teller enters', () => {
  it('is in the order of the paper sheet, by the way of voting', () => {
    expect(fieldsOf(hands)).toEqual(['approve', 'oppose', 'abstain']);
    expect(fieldsOf(paper)).toEqual(['issued', 'recovered', 'approve', 'oppose', 'abstain', 'invalid']);
    expect(fieldsOf(motion({ way: 'mixed' }))).not.toContain('issued');
    expect(fieldsOf(election)).toEqual(['issued', 'recovered', 'invalid']);
  });

  it('is whole once every number is there, also 0', () => {
    expect(isWhole(hands, { numbers: { approve: 1, oppose: 0 }, candidates: {} })).toBe(false);
    expect(isWhole(hands, { numbers: { approve: 1, oppose: 0, abstain: 0 }, candidates: {} })).toBe(true);
    expect(isWhole(election, { numbers: { issued: 1, recovered: 1, invalid: 0 }, candidates: {} })).toBe(false);
  });

  it('counts who raised no hand', () => {
    const entered = { numbers: { approve: 11, oppose: 6, abstain: 1 }, candidates: {} };

    expect(restOfHands(hands, RULE, entered)).toBe(2);
    expect(faultsOf(hands, RULE, entered)).toEqual([]);
  });

  it('says when there are more hands than people', () => {
    const [fault] = faultsOf(hands, RULE, { numbers: { approve: 15, oppose: 6, abstain: 1 }, candidates: {} });

    expect(fault?.['zh-CN']).toBe('赞成 15 + 反对 6 + 弃权 1 = 22，不等于实到 20。');
  });

  it('holds the votes on paper against the ballots that came back', () => {
    const numbers = { issued: 20, recovered: 18, approve: 10, oppose: 6, abstain: 1, invalid: 0 };
    const [fault] = faultsOf(paper, RULE, { numbers, candidates: {} });

    expect(fault?.['zh-CN']).toMatch(/= 17，不等于收回选票 18。$/);
    expect(faultsOf(paper, RULE, { numbers: { ...numbers, invalid: 1 }, candidates: {} })).toEqual([]);
  });

  it('names no fault while numbers are missing', () => {
    expect(faultsOf(paper, RULE, { numbers: { recovered: 5, approve: 10 }, candidates: {} })).toEqual([]);
  });

  it('sends candidates with the seats', () => {
    const entered = { numbers: { issued: 5, recovered: 5, invalid: 1 }, candidates: { c1: 4 } };

    expect(countsOf(election, entered)).toEqual({
      issued: 5,
      recovered: 5,
      invalid: 1,
      seats: 1,
      candidates: [{ id: 'c1', name: '张三', approve: 4 }],
    });
  });
});
