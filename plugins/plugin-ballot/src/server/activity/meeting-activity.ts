import type { Application } from '@nocobase/server';
import { BpmnError, textOf, type ActivityContext, type ActivityType, type Entered } from '@wuxin/plugin-bpmn';
import type { RollEntryInput } from '../../common/api';
import { changeMeeting } from '../acts';
import { cancelMeeting, createMeeting } from '../meetings';
import { createMotion } from '../motions';
import { refill } from '../rolls';
import { tables } from '../store';
import { askedMeeting, type AskedMeeting } from './asked';
import { configProblems, readMeetingConfig } from './config';
import { givenRule } from './given';
import { rollOf } from './roll';
import { staffOf } from './staff';

const UNDER_WAY = ['draft', 'convened', 'open', 'adjourned'] as const;

/**
 * `wuxin:activityType="meeting"`: a meeting at a desk with one motion, for which the case waits. It is prepared, convened and held as any other;
 * what it decides goes back to the process when it is closed (see `outcomeOf`). Ending the work or the case cancels it.
 */
export const meetingActivity = (app: Application): ActivityType => ({
  type: 'meeting',
  title: (locale) => textOf(locale, 'activity.meeting'),
  validate: ({ settings }) => configProblems(settings.config, app.db),
  problemText: (locale, code, data) => textOf(locale, `errors.${code}`, data),
  enter: (context) => enter(app, context),

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
});

async function enter(app: Application, context: ActivityContext): Promise<Entered> {
  const { tx, instance, tokenId, actor } = context;
  const asked = askedMeeting(context, readMeetingConfig(context.element.settings.config));
  const staff = await staffOf(context, asked.posts);
  if (!staff.some(({ post }) => post === 'chair')) throw new BpmnError('ballot.chairPostVacant', 409, {});
  const entries = asked.roll && (await rollOf(app, context, asked.roll));
  // whatever refuses it leaves no half meeting: the case gets an incident, and retrying makes it anew
  await tx.db.sequelize.transaction({ transaction: tx.transaction }, async () => {
    const { type, rule } = asked.rule.kind === 'key' ? asked.rule : await givenRule(tx, asked.rule.numbers);
    const waiting = { instanceId: instance.id, tokenId, notBefore: asked.notBefore };
    const body = { ...bodyOf(asked), ...waiting, typeKey: type, placeId: instance.placeId, staff };
    const { id } = await createMeeting(tx, actor, body);
    if (asked.roll && entries) await fill(context, id, { ...asked.roll, entries });
    await createMotion(tx, actor, id, { ...asked.motion, closesAt: asked.closesAt, ruleKey: rule });
  });
  return { kind: 'waiting' };
}

/** A draft that the desk changes and freezes as any other. */
const fill = (
  { tx, actor }: ActivityContext,
  meetingId: string,
  { unit, entries, ...source }: NonNullable<AskedMeeting['roll']> & { readonly entries: RollEntryInput[] },
) => changeMeeting(tx, actor, meetingId, (locked) => refill(tx, locked, { unit, entries, source }));

const bodyOf = ({ title, plannedAt, venue, agenda, motion }: AskedMeeting) => ({
  title,
  venue,
  plannedAt,
  agenda:
    agenda === ''
      ? [{ title: motion.title }]
      : agenda.split('\n').flatMap((line) => (line.trim() === '' ? [] : [{ title: line.trim() }])),
});
