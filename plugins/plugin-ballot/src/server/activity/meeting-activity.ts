import { BpmnError, textOf, type ActivityContext, type ActivityType, type Entered } from '@wuxin/plugin-bpmn';
import { cancelMeeting, createMeeting } from '../meetings';
import { createMotion } from '../motions';
import { tables } from '../store';
import { askedMeeting, type AskedMeeting } from './asked';
import { configProblems, readMeetingConfig } from './config';
import { givenRule } from './given';
import { staffOf } from './staff';

const UNDER_WAY = ['draft', 'convened', 'open', 'adjourned'] as const;

/** When nobody has said at what time of the planned day: in the morning, in the one zone that China has. */
const MORNING = 'T09:00:00+08:00';

/**
 * `wuxin:activityType="meeting"`: a meeting at a desk with one motion, for which the case waits. It is prepared, convened and held as any other;
 * what it decides goes back to the process when it is closed (see `outcomeOf`). Ending the work or the case cancels it.
 */
export const meetingActivity: ActivityType = {
  type: 'meeting',
  title: (locale) => textOf(locale, 'activity.meeting'),
  validate: ({ settings }) => configProblems(settings.config),
  problemText: (locale, code, data) => textOf(locale, `errors.${code}`, data),
  enter,

  async cancel({ tx, tokenId, actor }) {
    const waiting = await tables.meetings.find(tx, { tokenId });
    if (waiting) await cancelMeeting(tx, actor, { id: waiting.id, reason: textOf('zh-CN', 'activity.caseEnded') });
  },

  async waitsFor({ tx, tokenIds, locale }) {
    const meetings = await tables.meetings.select(tx, { tokenId: [...tokenIds], status: [...UNDER_WAY] });
    return new Map(
      meetings.map(({ id, tokenId, number, status }) => [
        tokenId ?? '',
        { text: textOf(locale, `waiting.${status}`, { number }), address: `/admin/wuxin/meetings/${id}/desk` },
      ]),
    );
  },
};

async function enter(context: ActivityContext): Promise<Entered> {
  const asked = askedMeeting(context, readMeetingConfig(context.element.settings.config));
  const staff = await staffOf(context, asked.posts);
  if (!staff.some(({ post }) => post === 'chair')) throw new BpmnError('ballot.chairPostVacant', 409, {});
  const { type, rule } = asked.rule.kind === 'key' ? asked.rule : await givenRule(context.tx, asked.rule.numbers);
  const { tx, instance, tokenId, actor } = context;
  const waiting = { instanceId: instance.id, tokenId, notBefore: asked.notBefore };
  const { id } = await createMeeting(tx, actor, {
    ...bodyOf(asked),
    ...waiting,
    typeKey: type,
    placeId: instance.placeId,
    staff,
  });
  await createMotion(tx, actor, id, { ...asked.motion, ruleKey: rule });
  return { kind: 'waiting' };
}

const bodyOf = ({ title, plannedOn, venue, agenda, motion }: AskedMeeting) => ({
  title,
  venue,
  plannedAt: Date.parse(`${plannedOn}${MORNING}`),
  agenda:
    agenda === ''
      ? [{ title: motion.title }]
      : agenda.split('\n').flatMap((line) => (line.trim() === '' ? [] : [{ title: line.trim() }])),
});
