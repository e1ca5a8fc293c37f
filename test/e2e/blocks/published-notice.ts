import type { Page } from 'playwright-core';
import { ADMINISTRATOR, callsOf, demonstrationAccount } from '../harness';

interface Named {
  readonly id: number;
  readonly name: string;
}
interface Place {
  readonly id: string;
  readonly name: string;
}

/** A 公示 at a place that hangs on the wall, made over HTTP by those who have its posts; the page is anybody's. */
export async function publishNotice(page: Page, { title, placeName }: { title: string; placeName: string }): Promise<void> {
  const administrator = await callsOf(page, ADMINISTRATOR);
  const [secretary, director] = [
    await callsOf(page, demonstrationAccount('secretary')),
    await callsOf(page, demonstrationAccount('director')),
  ];
  const idOf = async (username: string) => {
    const filter = encodeURIComponent(JSON.stringify({ username }));
    const [found] = await administrator.get<Named[]>(`users:list?filter=${filter}`);
    if (!found) throw new Error(`nobody is called ${username}`);
    return found.id;
  };
  const [place] = await administrator.post<Place[]>('noticeNotices:places', { search: placeName });
  const posts = { drafter: 'admin', approver: 'secretary', poster: 'director', decider: 'witness' };
  const staff = await Promise.all(
    Object.entries(posts).map(async ([post, username]) => ({ post, userId: await idOf(username) })),
  );
  const { id } = await administrator.post<{ id: string }>('noticeNotices:create', {
    kindKey: 'publicity',
    title,
    body: [{ kind: 'paragraph', text: '现将楼道照明改造的安排予以公示。' }],
    placeId: place?.id,
    staff,
  });
  const { stamp } = await administrator.get<{ stamp: string }>(`noticeNotices:check?filterByTk=${id}`);
  await administrator.post(`noticeNotices:redact?filterByTk=${id}`, { stamp, decisions: [], looked: [] });
  await administrator.post(`noticeNotices:submit?filterByTk=${id}`, {});
  await secretary.post(`noticeNotices:approve?filterByTk=${id}`, {});
  await director.post(`noticeNotices:publish?filterByTk=${id}`, {});
}
