import type { MigrationReasonCode, PairProblemCode } from '@wuxin/bpmn-core';
import { hasText } from '../runtime/texts';

const reasons: Record<MigrationReasonCode, true> = {
  instanceEnded: true,
  elementUnmapped: true,
  flowUnmapped: true,
  flowTwice: true,
  joinUnfillable: true,
  joinOverfull: true,
  compensating: true,
  compensationLost: true,
  eventPartlyReceived: true,
  eventFails: true,
  kindDiffers: true,
  workDiffers: true,
  loopDiffers: true,
  orderingDiffers: true,
  scopeDiffers: true,
  attachedElsewhere: true,
};
const problems: Record<PairProblemCode | 'gone', true> = {
  gone: true,
  targetUnknown: true,
  kindDiffers: true,
  workDiffers: true,
  loopDiffers: true,
  orderingDiffers: true,
  scopeDiffers: true,
  attachedElsewhere: true,
};
/** What the server finds besides. */
const own = ['movedMeanwhile', 'caseGone', 'parameterUnconfirmed', 'parameterMissing', 'deadlineFails', 'deadlineOutcomeGone', 'ratingUnderWay', 'confidentialDiffers', 'failed']; // prettier-ignore
const causes = ['expressionFailed', 'timerInvalid', 'correlationKeyMissing', 'nameInvalid', 'conditionNotBoolean'];

it.each([
  ...[...Object.keys(reasons), ...own].map((code) => `migration.fault.${code}`),
  ...Object.keys(problems).map((code) => `migration.problem.${code}`),
  ...causes.map((code) => `migration.cause.${code}`),
])('%s has its sentence', (key) => {
  expect(hasText(key)).toBe(true);
});
