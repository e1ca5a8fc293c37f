import { useTexts, type TextValues, type Tone } from '@wuxin/plugin-bpmn/client-v2';
import type {
  AffectedStep,
  ObjectionChannel,
  ObjectionDecision,
  ObjectionLevel,
  ObjectionReconsideration,
  ObjectionStatus,
  PeriodUnit,
} from '../../common/api';
import type zhCN from '../../locale/zh-CN.json';

export type TextKey = keyof typeof zhCN;
export type Translate = (key: TextKey, values?: TextValues) => string;

export const useT = (): Translate => useTexts<TextKey>('@wuxin/plugin-notice');

export const STATUSES = ['received', 'accepted', 'hearing', 'answered', 'appealed', 'closed', 'refused'] as const satisfies readonly ObjectionStatus[]; // prettier-ignore
export const LEVELS = ['community', 'township'] as const satisfies readonly ObjectionLevel[];
export const DECISIONS = ['upheld', 'corrected', 'rejected'] as const satisfies readonly ObjectionDecision[];
export const RECONSIDERATIONS = ['stands', 'upheld'] as const satisfies readonly ObjectionReconsideration[];

export const STATUS_TEXT = {
  received: 'objection.page.status.received',
  accepted: 'objection.page.status.accepted',
  hearing: 'objection.page.status.hearing',
  answered: 'objection.page.status.answered',
  appealed: 'objection.page.status.appealed',
  closed: 'objection.page.status.closed',
  refused: 'objection.page.status.refused',
} as const satisfies Record<ObjectionStatus, TextKey>;

export const STATUS_TONE = {
  received: 'warning',
  accepted: 'info',
  hearing: 'info',
  answered: 'success',
  appealed: 'warning',
  closed: 'neutral',
  refused: 'neutral',
} as const satisfies Record<ObjectionStatus, Tone>;

export const LEVEL_TEXT = {
  community: 'objection.page.level.community',
  township: 'objection.page.level.township',
} as const satisfies Record<ObjectionLevel, TextKey>;

/** Steps that the shipped processes name. */
const STEP_TEXT: Readonly<Partial<Record<string, TextKey>>> = {
  consultation: 'objection.page.steps.consultation',
  review: 'objection.page.steps.review',
  vote: 'objection.page.steps.vote',
};

/** What a step is called, for people: by its drawing, by us, or as it is written. */
export function stepInWords(t: Translate, { step, title }: AffectedStep): string {
  const key = STEP_TEXT[step];
  return title ?? (key === undefined ? step : t(key));
}

export const CHANNEL_TEXT = {
  wall: 'objection.page.channel.wall',
  window: 'objection.page.channel.window',
  paper: 'objection.page.channel.paper',
} as const satisfies Record<ObjectionChannel, TextKey>;

export const DECISION_TEXT = {
  upheld: 'objection.page.decision.upheld',
  corrected: 'objection.page.decision.corrected',
  rejected: 'objection.page.decision.rejected',
} as const satisfies Record<ObjectionDecision, TextKey>;

/** What follows of an answer, told before it is given. */
export const DECISION_CONSEQUENCE = {
  upheld: 'objection.page.consequence.upheld',
  corrected: 'objection.page.consequence.corrected',
  rejected: 'objection.page.consequence.rejected',
} as const satisfies Record<ObjectionDecision, TextKey>;

export const PERIOD_TEXT = {
  calendarDays: 'objection.page.days.calendarDays',
  workingDays: 'objection.page.days.workingDays',
} as const satisfies Record<PeriodUnit, TextKey>;

export const RECONSIDERATION_TEXT = {
  stands: 'objection.page.reconsideration.stands',
  upheld: 'objection.page.reconsideration.upheld',
} as const satisfies Record<ObjectionReconsideration, TextKey>;

export const RECONSIDERATION_CONSEQUENCE = {
  stands: 'objection.page.consequence.stands',
  upheld: 'objection.page.consequence.upheldAfterAll',
} as const satisfies Record<ObjectionReconsideration, TextKey>;
