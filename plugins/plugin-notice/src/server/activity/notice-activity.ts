import { BpmnError, textOf, type ActivityContext, type ActivityType, type Entered } from '@wuxin/plugin-bpmn';
import { createNotice, dropNotice } from '../notices';
import { tables } from '../store';
import { askedNotice } from './asked';
import { configProblems, readNoticeConfig } from './config';
import { staffOf } from '../acts';

const UNDER_WAY = ['draft', 'submitted', 'approved', 'posting', 'running'] as const;

/**
 * `wuxin:activityType="notice"`: a notice at a desk, for which the case waits. It is checked, approved and posted as any other; what it ends with
 * goes back to the process (see `tellProcess`). Ending the work or the case takes it down.
 */
export const noticeActivity: ActivityType = {
  type: 'notice',
  title: (locale) => textOf(locale, 'notice.activity'),
  validate: ({ settings }) => configProblems(settings.config),
  problemText: (locale, code, data) => textOf(locale, `errors.${code}`, data),
  enter,

  async cancel({ tx, tokenId, actor }) {
    const waiting = await tables.notices.find(tx, { tokenId });
    if (waiting) await dropNotice(tx, actor, { id: waiting.id, reason: textOf('zh-CN', 'notice.caseEnded') });
  },

  async waitsFor({ tx, tokenIds, locale }) {
    const columns = ['id', 'tokenId', 'number', 'status', 'endsOn'] as const;
    const where = { tokenId: [...tokenIds], status: [...UNDER_WAY] };
    const notices = await tables.notices.selectColumns(tx, columns, where);
    return new Map(
      notices.map(({ id, tokenId, number, status, endsOn }) => [
        tokenId ?? '',
        {
          text: textOf(locale, `notice.waiting.${status}`, { number, endsOn: endsOn ?? '' }),
          address: `/admin/wuxin/notices/${id}`,
        },
      ]),
    );
  },
};

async function enter(context: ActivityContext): Promise<Entered> {
  const { posts, boards, ...asked } = askedNotice(context, readNoticeConfig(context.element.settings.config));
  const { tx, instance, tokenId, actor } = context;
  const staff = await staffOf(context, posts);
  if (!staff.some(({ post }) => post === 'drafter')) throw new BpmnError('notice.drafterPostVacant', 409, {});
  const { placeId } = instance;
  const boardIds = boards === 'all' ? await boardsAt(context) : boards;
  await createNotice(tx, actor, { ...asked, staff, placeId, boardIds, instanceId: instance.id, tokenId });
  return { kind: 'waiting' };
}

async function boardsAt({ tx, instance: { placeId } }: ActivityContext): Promise<string[]> {
  return (await tables.boards.select(tx, { placeId, isInUse: true })).map(({ id }) => id);
}
