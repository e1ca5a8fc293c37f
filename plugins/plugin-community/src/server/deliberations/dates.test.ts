import { compile, parseDefinitions, type Graph, type Json, type Variables } from '@wuxin/bpmn-core';
import { evaluateFeel } from '@wuxin/feel';
import { resolve } from 'node:path';
import { CommunityError } from '../errors';
import { loadProcedure } from '../procedures';
import type { ActivityContext } from '../ports';
import { requirementActivity } from '../requirement';

const FOLDER = resolve(__dirname, '../../../../../workflows/12-four-deliberations');
const TODAY = Date.parse('2026-05-20T04:00:00Z');

const PRECHECKED = { proposedOn: '2026-03-02', precheckedOn: '2026-03-04' };
const PROGRESS = { on: '2026-04-20', percent: 60, disclosedOn: '2026-04-21' };
const WORKS = { startedOn: '2026-04-01', finishedOn: '2026-05-10', progress: [PROGRESS], contractor: '某公司' };
const ACCEPTED = { finishedOn: '2026-05-10', acceptedOn: '2026-05-12', finalAmount: 100 };
const ASSESSED = { acceptedOn: '2026-05-12', assessedOn: '2026-05-18' };

/** What the process of the four deliberations refuses; its conditions are evaluated as they stand in the file. */
describe('days and numbers of the four deliberations', () => {
  let graph: Graph;
  beforeAll(async () => {
    const compiled = compile(await parseDefinitions((await loadProcedure(FOLDER)).xml));
    graph = compiled.graph!;
  });

  const VARIABLES = { isEmergency: false, isChange: false, worksAfter: '2026-03-20', decidedAmount: 100, outcome: 'finish' };
  const functions = { param: (): Json => 10 };

  /** @returns which requirement refuses, with what it says */
  async function refused(elementId: string, record: Variables, outcome = 'finish'): Promise<CommunityError | undefined> {
    const variables = { ...VARIABLES, outcome, record };
    const context: Partial<ActivityContext> = {
      tx: { now: TODAY } as never, // nothing asks for the database
      element: graph.elements[elementId]!,
      record,
      instance: { id: '1', parentInstanceId: null, recordCollection: null, recordId: null, placeId: null },
      evaluate: (expression) => evaluateFeel(expression, variables, { now: TODAY, functions }),
    };
    try {
      await requirementActivity.enter(context as ActivityContext); // what a requirement reads of it
      return undefined;
    } catch (error) {
      if (error instanceof CommunityError) return error;
      throw error;
    }
  }

  it.each([
    ['checkPrecheck', PRECHECKED, 'agree'],
    ['checkPrecheck', { proposedOn: '2026-03-02', precheckedOn: null }, 'return'],
    ['checkProgress', WORKS, 'finish'],
    ['checkProgress', { startedOn: '2026-04-01', finishedOn: null, progress: [] }, 'progress'],
    ['checkAcceptance', ACCEPTED, 'accepted'],
    ['checkAssessment', ASSESSED, 'assessed'],
  ])('pass %s in their order: %p', async (element, record, outcome) => {
    expect(await refused(element, record, outcome)).toBeUndefined();
  });

  it.each([
    ['checkPrecheck', 'order', { ...PRECHECKED, precheckedOn: '2026-03-01' }],
    ['checkPrecheck', 'order', { ...PRECHECKED, precheckedOn: '2062-03-04' }],
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
