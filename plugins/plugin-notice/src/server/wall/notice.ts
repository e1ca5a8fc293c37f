import { parseNotice, type NoticeReference, type Responses, type WallNotice, type WallPlace } from '@wuxin/notice-wall';
import { localDateOf, placesOf, type Tx } from '@wuxin/plugin-bpmn';
import { createHash } from 'node:crypto';
import type { PublicNotice, WallOffice } from '../../common/api';
import { tables, type NoticeRecord, type WallRecord } from '../store';
import { attachmentOf } from './files';
import { settingsOf } from './settings';

/** Of a notice that is for all places. */
const EVERYWHERE = 'everywhere';

/** What hangs on the wall of what may be public. */
export async function wallNoticeOf(
  tx: Tx,
  { notice, shown, wall }: { readonly notice: NoticeRecord; readonly shown: PublicNotice; readonly wall: WallRecord },
): Promise<WallNotice> {
  const { offices, title } = settingsOf(wall.settings);
  const chain = shown.place === null ? [] : await placesOf(tx.db).chainOf(tx, shown.place.id);
  const place = placeOf(shown.place, chain.map(({ name }) => name), title); // prettier-ignore
  return parseNotice({
    id: shown.token,
    number: shown.number,
    kind: shown.form,
    title: shown.title,
    blocks: shown.body,
    place,
    publishedOn: shown.publishedOn,
    startsOn: shown.startsOn,
    endsOn: shown.endsOn,
    keepUntil: shown.keepUntilOn,
    attachments: shown.files.map((file) => attachmentOf(shown.token, file)),
    responses: await responsesTo(tx, notice, officeAt(offices, chain.map(({ id }) => id))), // prettier-ignore
    opinions: [],
    certificateHash: shown.contentHash === '' ? null : shown.contentHash,
    supersedes: await supersededBy(tx, notice),
  });
}

function placeOf(place: PublicNotice['place'], path: readonly string[], title: string): WallPlace {
  if (place === null) return { id: EVERYWHERE, name: title, path: [] };
  const isAddress = /^[A-Za-z0-9_-]{1,64}$/.test(place.id) && place.id !== EVERYWHERE;
  const id = isAddress ? place.id : createHash('sha256').update(place.id).digest('hex').slice(0, NAME_SIGNS);
  return { id, name: place.name, path };
}
const NAME_SIGNS = 32;

/** The nearest one: of the place itself, or of one above it. */
function officeAt(offices: readonly WallOffice[], chain: readonly string[]): WallOffice | undefined {
  const ofPlace = [...chain].reverse().flatMap((id) => offices.find(({ placeId }) => placeId === id) ?? []);
  return ofPlace[0] ?? offices.find(({ placeId }) => placeId === null);
}

/** An announcement asks for opinions; any other notice takes objections, as it says. */
async function responsesTo(tx: Tx, notice: NoticeRecord, office: WallOffice | undefined): Promise<Responses | null> {
  const today = localDateOf(tx.now);
  const ways = { channels: [], windowAddress: office?.windowAddress ?? '', telephone: office?.telephone ?? '' };
  const asked = { noticeId: notice.id, status: ['open', 'sorting', 'closed'] };
  const collection = await tables.collections.find(tx, asked, { order: [['createdAt', 'DESC']] });
  if (collection) {
    const { closesOn, status } = collection;
    const isOpen = status === 'open' && (closesOn === null || today <= closesOn);
    return { asks: 'opinion', until: closesOn, isOpen, ...ways };
  }
  const { takesObjections, status, endsOn } = notice;
  if (!takesObjections) return null;
  const isOpen = status !== 'ended' && (endsOn === null || today <= endsOn);
  return { asks: 'objection', until: endsOn, isOpen, ...ways };
}

async function supersededBy(tx: Tx, { previousId }: NoticeRecord): Promise<NoticeReference | null> {
  const before = previousId === null ? undefined : await tables.notices.find(tx, { id: previousId });
  return before && before.wallToken !== null ? { id: before.wallToken, number: before.number } : null;
}
