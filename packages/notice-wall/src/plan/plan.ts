import type { ListStore } from '../lists';
import { summaryOf, type LocalDate, type NoticeReference, type WallNotice, type WallState } from '../notice';
import type { WallOptions } from '../options';
import type { WallChange, WallPart, WallPlan } from './change';
import { bothChanges, hideEntries, showEntries } from './entries';
import { touchedParts } from './touched';

/**
 * What one change does to the wall: what to save, and which parts to write anew. It reads a bounded number of entries, however many
 * notices there are: a notice is in five lists and in S search lists (one for every pair of signs of its title and number that
 * falls into another shard; S = 0 without them).
 *
 * - A new notice touches its own page and at most three files of each of its lists, `3 * (5 + S) + 1`; with the first notice of a month
 *   two archives more, with the first one of a place seven files more.
 * - Taking down touches its own page, and of each list the pages that name it; of a page that becomes empty its neighbours, too: at most
 *   four files of each list. Superseding does both.
 * - `renderParts` reads at most two pages of a list for its front and one for every other file.
 *
 * Reads and saves belong in one transaction that keeps other changes of the wall out.
 */
export async function planChange(options: WallOptions, store: ListStore, change: WallChange): Promise<WallPlan> {
  switch (change.kind) {
    case 'publish':
      return publish(options, store, change.notice);
    case 'takeDown':
      return takeDown(options, store, change);
    case 'supersede':
      return supersede(options, store, change);
  }
}

const noticePart = (noticeId: string): WallPart => ({ part: 'notice', noticeId });

async function publish(options: WallOptions, store: ListStore, notice: WallNotice): Promise<WallPlan> {
  const lists = await showEntries(options, store, notice);
  return {
    lists,
    states: [{ status: 'published', notice }],
    touched: [noticePart(notice.id), ...(await touchedParts(options, store, lists))],
  };
}

async function takeDown(
  options: WallOptions,
  store: ListStore,
  { noticeId, on }: { readonly noticeId: string; readonly on: LocalDate },
): Promise<WallPlan> {
  const entries = await store.entriesOfNotice(noticeId);
  const lists = hideEntries(entries);
  return {
    lists,
    states: entries.slice(0, 1).map(({ notice }): WallState => ({ status: 'takenDown', summary: summaryOf(notice), on })),
    touched: [noticePart(noticeId), ...(await touchedParts(options, store, lists))],
  };
}

async function supersede(
  options: WallOptions,
  store: ListStore,
  { noticeId, by }: { readonly noticeId: string; readonly by: WallNotice },
): Promise<WallPlan> {
  if (noticeId === by.id) return publish(options, store, by);
  const entries = await store.entriesOfNotice(noticeId);
  const lists = bothChanges(hideEntries(entries), await showEntries(options, store, by));
  const successor: NoticeReference = { id: by.id, number: by.number };
  const old = entries
    .slice(0, 1)
    .map(({ notice }): WallState => ({ status: 'superseded', summary: summaryOf(notice), by: successor }));
  return {
    lists,
    states: [...old, { status: 'published', notice: by }],
    touched: [noticePart(noticeId), noticePart(by.id), ...(await touchedParts(options, store, lists))],
  };
}
