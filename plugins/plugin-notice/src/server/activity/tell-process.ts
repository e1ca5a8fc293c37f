import type { Variables } from '@wuxin/bpmn-core';
import { completeActivity, localDateOf, type Tx } from '@wuxin/plugin-bpmn';
import type { EndedNotice } from '../notices';
import type { NoticeRecord } from '../store';

const DECIDED = {
  undisputed: { 'zh-CN': '公示期满，无异议', 'en-US': 'The notice ended without an objection' },
  rejected: { 'zh-CN': '公示期满，异议不成立', 'en-US': 'The notice ended, and no objection was upheld' },
  upheld: { 'zh-CN': '异议成立，公示已撤下', 'en-US': 'An objection was upheld, and the notice was taken down' },
} as const;

/** The case that asked for a notice goes on with it. One that was taken away meanwhile is no error. */
export async function tellProcess(tx: Tx, { notice, affectedStep, by }: EndedNotice): Promise<void> {
  if (notice.tokenId === null) return;
  const noticeResult = notice.outcome ?? 'undisputed';
  const variables = { noticeResult, affectedStep, ...postedOf(notice) };
  await completeActivity(tx, by, { tokenId: notice.tokenId, variables, decided: DECIDED[noticeResult] });
}

const postedOf = ({ id, startsOn, endsOn, publishedAt, contentHash }: NoticeRecord): Variables => ({
  postedOn: startsOn ?? (publishedAt === null ? null : localDateOf(publishedAt)),
  endsOn,
  noticeId: id,
  contentHash,
});
