import { conflict, localDateOf, type Tx } from '@wuxin/plugin-bpmn';
import { randomBytes } from 'node:crypto';
import { act } from '../acts';
import { askPostings } from '../boards';
import { assertChecked } from '../check';
import { disclosureBlocks, disclosurePublished } from '../disclosures';
import { openCollectionsOf } from '../opinions';
import { tellWall } from '../publication';
import type { Who } from '../rights';
import { endOfPeriod, periodFrom } from '../period';

/** 128 bits: nobody guesses the address of a notice, or another one from it. */
const TOKEN_BYTES = 16;

/** On the wall, and asked for on every board that it needs; its period begins once it hangs on the last of them. */
export async function publishNotice(tx: Tx, who: Who, id: string): Promise<void> {
  await act(tx, who, ['noticeNotices:publish', id], async (locked) => {
    const { notBefore, boardIds } = locked.notice;
    const today = localDateOf(tx.now);
    if (notBefore !== null && today < notBefore) throw conflict('notice.tooEarly', { day: notBefore });
    await assertMayGoOut(tx, id);
    const contentHash = await assertChecked(tx, locked.notice);
    const wallToken = randomBytes(TOKEN_BYTES).toString('base64url');
    locked.change({ status: 'posting', wallToken, publishedAt: tx.now, contentHash });
    locked.note('published', { contentHash });
    // a year without a calendar is told before anything hangs anywhere
    await endOfPeriod(tx, locked.notice, today);
    await askPostings(tx, locked.notice);
    if (boardIds.length === 0) {
      locked.change(await periodFrom(tx, locked.notice, []));
      const { startsOn, endsOn } = locked.notice;
      locked.note('periodBegan', { startsOn, endsOn });
    }
    await tellWall(tx, locked.notice);
  });
  await openCollectionsOf(tx, id, who.actor);
  await disclosurePublished(tx, { noticeId: id, publishedOn: localDateOf(tx.now) });
}

/** A disclosure goes out as the supervision committee has seen it. @throws conflict `notice.notReviewed`, `notice.changedSinceReview` */
async function assertMayGoOut(tx: Tx, id: string): Promise<void> {
  const blocked = await disclosureBlocks(tx, id);
  if (blocked !== null) throw conflict(`notice.${blocked}`);
}
