import type { Json, Variables } from '@wuxin/bpmn-core';
import type { CommunityError } from '../errors';
import { refusalsOf, type Refusal } from '../__fixtures__/refusal';

const TODAY = Date.parse('2026-05-20T04:00:00Z');

const PROGRESS = { on: '2026-04-20', percent: 60, disclosedOn: '2026-04-21' };
const WORKS = { startedOn: '2026-04-01', finishedOn: '2026-05-10', progress: [PROGRESS], contractor: '某公司' };
const ACCEPTED = { finishedOn: '2026-05-10', acceptedOn: '2026-05-12', finalAmount: 100 };
const ASSESSED = { acceptedOn: '2026-05-12', assessedOn: '2026-05-18' };

/** What the process of the four deliberations refuses; its conditions are evaluated as they stand in the file. */
describe('days and numbers of the four deliberations', () => {
  let refusal: Refusal;
  beforeAll(async () => {
    refusal = await refusalsOf('12-four-deliberations');
  });

  const VARIABLES = { isEmergency: false, isChange: false, worksAfter: '2026-03-20', decidedAmount: 100, outcome: 'finish' };
  const functions = { param: (): Json => 10 };

  /** @returns which requirement refuses, with what it says */
  const refused = (elementId: string, record: Variables, outcome = 'finish'): Promise<CommunityError | undefined> =>
    refusal(elementId, record, { now: TODAY, variables: { ...VARIABLES, outcome }, functions });

  it.each([
    ['checkProgress', WORKS, 'finish'],
    ['checkProgress', { startedOn: '2026-04-01', finishedOn: null, progress: [] }, 'progress'],
    ['checkAcceptance', ACCEPTED, 'accepted'],
    ['checkAssessment', ASSESSED, 'assessed'],
  ])('pass %s in their order: %p', async (element, record, outcome) => {
    expect(await refused(element, record, outcome)).toBeUndefined();
  });

  it.each([
    ['checkProgress', 'completed', { ...WORKS, finishedOn: '2026-05-21' }],
    ['checkProgress', 'rows', { ...WORKS, progress: [{ on: '2026-03-31', percent: 60 }] }],
    ['checkProgress', 'rows', { ...WORKS, progress: [{ on: '2026-05-21', percent: 60 }] }],
    ['checkProgress', 'percent', { ...WORKS, progress: [{ ...PROGRESS, percent: 101 }] }],
    ['checkProgress', 'disclosed', { ...WORKS, progress: [{ ...PROGRESS, disclosedOn: null }] }],
    ['checkProgress', 'disclosed', { ...WORKS, progress: [{ ...PROGRESS, disclosedOn: '2026-04-19' }] }],
    ['checkProgress', 'disclosed', { ...WORKS, progress: [{ ...PROGRESS, disclosedOn: '2026-05-21' }] }],
    ['checkProgress', 'contractor', { ...WORKS, contractor: ' ' }],
    ['checkAcceptance', 'order', { ...ACCEPTED, acceptedOn: '2026-05-09' }],
    ['checkAcceptance', 'past', { ...ACCEPTED, acceptedOn: '2026-05-21' }],
    ['checkAssessment', 'order', { ...ASSESSED, assessedOn: '2026-05-11' }],
    ['checkAssessment', 'order', { ...ASSESSED, assessedOn: '2026-05-21' }],
  ])('are refused by %s (%s): %p', async (element, requirement, record) => {
    const error = await refused(element, record);
    expect(error).toMatchObject({ code: 'requirement.notMet', data: { requirement } });
    expect(error?.messages?.['zh-CN']).toMatch(/\p{Script=Han}/u);
    expect(error?.messages?.['en-US']).not.toMatch(/\p{Script=Han}|null/u);
  });
});
