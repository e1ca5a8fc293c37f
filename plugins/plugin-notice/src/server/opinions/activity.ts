import { BpmnError, textOf, type ActivityContext, type ActivityType, type Entered } from '@wuxin/plugin-bpmn';
import { staffOf } from '../acts';
import { tables } from '../store';
import { insertCollection, titleIn } from './collections';
import { askedOpinions, configProblems, readConfig } from './config';
import { LockedCollection } from './locked-collection';
import { announcementsOf } from './ports';
import { end } from './sort';

const UNDER_WAY = ['draft', 'open', 'sorting'] as const;

/**
 * `wuxin:activityType="collectOpinions"`: an announcement that asks people for their opinions, for which the case waits. It opens when the announcement
 * is published, is sorted when its days are over, and what becomes of the opinions goes back to the process. Ending the work or the case cancels it.
 */
export const opinionsActivity: ActivityType = {
  type: 'collectOpinions',
  title: (locale) => textOf(locale, 'opinion.activity'),
  validate: ({ settings }) => configProblems(settings.config),
  problemText: (locale, code, data) => textOf(locale, `errors.${code}`, data),
  enter,

  async cancel({ tx, tokenId, actor }) {
    const waiting = await tables.collections.find(tx, { tokenId, status: [...UNDER_WAY] });
    const locked = waiting && (await LockedCollection.lock(tx, waiting.id));
    if (!locked) return;
    const reason = textOf('zh-CN', 'opinion.caseEnded');
    await end(tx, locked, 'cancelled', reason);
    locked.afterwards((later) => announcementsOf(later.db).takeDown(later, actor, { id: waiting.noticeId, reason }));
    await locked.save(actor);
  },

  async waitsFor({ tx, tokenIds, locale }) {
    const waiting = await tables.collections.select(tx, { tokenId: [...tokenIds], status: [...UNDER_WAY] });
    return new Map(
      waiting.map(({ id, tokenId, number, status }) => [
        tokenId ?? '',
        { text: textOf(locale, `opinion.waiting.${status}`, { number }), address: `/admin/wuxin/opinions/${id}` },
      ]),
    );
  },
};

async function enter(context: ActivityContext): Promise<Entered> {
  const { tx, instance, tokenId, actor: by } = context;
  const asked = askedOpinions(context, readConfig(context.element.settings.config));
  const staff = await staffOf(context, asked.posts);
  if (!staff.some(({ post }) => post === 'decider')) throw new BpmnError('opinion.deciderPostVacant', 409, {});
  const { placeId, id: instanceId } = instance;
  const title = titleIn(asked.title);
  const noticeId = await announcementsOf(tx.db).draft(tx, {
    title,
    text: asked.text,
    placeId,
    staff,
    instanceId,
    atLeastDays: asked.days,
    by,
  });
  const days = { opensOn: null, closesOn: null, days: asked.days };
  await insertCollection(tx, by, { noticeId, placeId, title, ...days, instanceId, tokenId });
  return { kind: 'waiting' };
}
