import type { Variables } from '@wuxin/bpmn-core';
import { refusalsOf } from '../__fixtures__/refusal';

const now = Date.parse('2026-11-20T04:00:00Z');
const TODAY = '2026-11-20';
const TOMORROW = '2026-11-21';
const DAY = '2026-11-10';
const BEFORE = '2026-11-09';

type Given = readonly [record: Variables, variables?: Variables];
type Step = readonly [folder: string, element: string, given: (day: string | null) => Given, ordered: boolean];

const agreed = { outcome: 'agree' };
const results = [{ grade: 'fair', suggested: 'fair', vetoes: 0, heldOn: BEFORE }, { grade: 'fair', suggested: 'fair', vetoes: 0, heldOn: DAY }]; // prettier-ignore
const MEETING = { paperRaters: [], tellers: [], reviewedOn: DAY };

/** Each step that says when it was done, and whether another comes before it; where one does, that was on the tenth of November. */
const STEPS: readonly Step[] = [
  ['55-responsibility', 'checkApproval', (approvedOn) => [{ approvedOn }, agreed], false],
  ['55-responsibility', 'checkEvaluation', (evaluatedOn) => [{ evaluatedOn, approvedOn: DAY }], true],
  ['55-party-duty', 'checkSign', (signedOn) => [{ signedOn, handedOverOn: null }, { since: DAY }], true],
  ['55-party-duty', 'checkSign', (signedOn) => [{ signedOn, handedOverOn: DAY }, { since: BEFORE }], true],
  [
    '55-party-duty',
    'checkHandOver',
    (changedOn) => [{ changedOn, handedOverOn: TODAY, signedOn: DAY }, { handOverDays: 30 }],
    true,
  ],
  ['56-report-appraisal', 'checkApproval', (approvedOn) => [{ approvedOn }, agreed], false],
  ['56-report-appraisal', 'checkGrades', (gradedOn) => [{ gradedOn, results }], true],
  ['56-report-appraisal', 'checkAnnouncement', (announcedOn) => [{ announcedOn, gradedOn: DAY }], true],
  ['56-report-appraisal', 'checkUse', (usedOn) => [{ usedOn, announcedOn: DAY }], true],
  ['56-secretary-report', 'checkReview', (reviewedOn) => [{ reviewedOn }, { outcome: 'pass', since: DAY }], true],
  [
    '56-secretary-report',
    'checkMeeting',
    (heldOn) => [
      { ...MEETING, heldOn },
      { raters: [], rateeIds: [] },
    ],
    true,
  ],
  ['56-appraisal-follow-up', 'checkInterview', (interviewOn) => [{ interviewOn }, { since: DAY }], true],
  ['57-inspection', 'checkInspection', (inspectedOn) => [{ inspectedOn, findings: [{}] }, { outcome: 'found' }], false],
  ['57-inspection', 'checkConclusion', (concludedOn) => [{ concludedOn, inspectedOn: DAY }], true],
  ['09-rectification', 'checkApproval', (approvedOn) => [{ approvedOn }, agreed], false],
  ['09-rectification', 'checkPublication', (publishedOn) => [{ publishedOn, approvedOn: DAY }], true],
  ['09-rectification', 'checkNotice', (noticedOn) => [{ noticedOn, recheckedOn: DAY }], true],
  ['09-rectification', 'checkInterview', (interviewOn) => [{ interviewOn, noticedOn: DAY }], true],
  ['09-rectification', 'checkDone', (doneOn) => [{ approvedOn: DAY, items: [{ progress: '已办', doneOn }] }], false], // some is corrected at once (立行立改)
];

/** What the processes of the yearly cycle refuses of days; the conditions are evaluated as they stand in the files. */
describe('days of the yearly cycle', () => {
  const refused = async ([folder, element, given]: Step, day: string | null, more: Variables = {}) => {
    const [record, variables = {}] = given(day);
    const refusal = await refusalsOf(folder);
    return refusal(element, record, { now, variables: { ...variables, ...more }, functions: { param: () => 40 } });
  };

  it.each(STEPS)('pass %s %s on the day of the step before, and until today', async (...step) => {
    for (const day of [DAY, TODAY]) expect(await refused(step, day)).toBeUndefined();
  });

  it.each(STEPS)('are refused by %s %s when they lie in the future, or before the step that comes first', async (...step) => {
    const [, , , ordered] = step;
    for (const day of ordered ? [TOMORROW, BEFORE] : [TOMORROW]) {
      const error = await refused(step, day);
      expect(error).toMatchObject({ code: 'requirement.notMet' });
      expect(error?.messages?.['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(error?.messages?.['en-US']).not.toMatch(/\p{Script=Han}|null/u);
    }
  });

  it.each(STEPS.filter(([, element]) => ['checkApproval', 'checkReview'].includes(element)))(
    'are not asked for by %s %s where it goes back',
    async (...step) => {
      expect(await refused(step, null, { outcome: 'return' })).toBeUndefined();
    },
  );
});
