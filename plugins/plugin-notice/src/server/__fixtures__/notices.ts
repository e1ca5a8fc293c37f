import type { BoardView, CheckView, NoticeBody, NoticeDesk, RedactBody } from '../../common/api';
import { PNG } from './files';
import type { Office, Person } from './office';

type Names = Record<'staff', NoticeBody['staff']>;

/** A notice with everybody at their posts, brought to a state in short words. */
export class Notices {
  constructor(readonly office: Office) {}

  staff(): NoticeBody['staff'] {
    const { office } = this;
    return [
      { userId: office.id('drafter'), post: 'drafter' },
      { userId: office.id('approver'), post: 'approver' },
      { userId: office.id('poster'), post: 'poster' },
      { userId: office.id('poster2'), post: 'poster' },
      { userId: office.id('decider'), post: 'decider' },
    ];
  }

  async board(name = '东村公示栏', placeId: string | null = 'east'): Promise<string> {
    return (await this.office.do<BoardView>('root', 'noticeBoards:create', undefined, { placeId, name, address: '村口' })).id;
  }

  async draft(body: Partial<NoticeBody> = {}): Promise<string> {
    const asked: NoticeBody & Names = {
      kindKey: 'publicity',
      title: '居民公约公示',
      body: [{ kind: 'paragraph', text: '现将居民公约予以公示。' }],
      placeId: 'east',
      staff: this.staff(),
      ...body,
    };
    return (await this.office.do<{ id: string }>('drafter', 'noticeNotices:create', undefined, asked)).id;
  }

  async check(id: string): Promise<CheckView> {
    return (await this.office.read<CheckView>('drafter', 'noticeNotices:check', { filterByTk: id })).data;
  }

  /** Masks what is found, and says that the rest was looked at. */
  async redact(id: string, given: Partial<RedactBody> = {}): Promise<void> {
    const { stamp, findings, unchecked } = await this.check(id);
    const decisions = findings.map((finding) => ({ id: finding.id, decision: 'mask' as const }));
    const looked = unchecked.map(({ fileId }) => ({ fileId, words: '已逐页查看，没有个人信息' }));
    await this.office.do('drafter', 'noticeNotices:redact', id, { stamp, decisions, looked, ...given });
  }

  async submitted(body: Partial<NoticeBody> = {}): Promise<string> {
    const id = await this.draft(body);
    await this.redact(id);
    await this.office.do('drafter', 'noticeNotices:submit', id);
    return id;
  }

  async approved(body: Partial<NoticeBody> = {}): Promise<string> {
    const id = await this.submitted(body);
    await this.office.do('approver', 'noticeNotices:approve', id);
    return id;
  }

  async published(body: Partial<NoticeBody> = {}): Promise<string> {
    const id = await this.approved(body);
    await this.office.do('poster', 'noticeNotices:publish', id);
    return id;
  }

  async addFile(id: string, name: string, content: Buffer, by: Person = 'drafter'): Promise<string> {
    const answer = await this.upload('addFile', id, { name, content }, by);
    expect(answer.errors).toEqual([]);
    return answer.data.id;
  }

  upload(action: 'addFile' | 'addPhoto', id: string, file: { name: string; content: Buffer }, by: Person = 'drafter') {
    return this.office.as(by).upload<{ id: string }>(`noticeNotices:${action}`, { params: { filterByTk: id }, file });
  }

  /** Uploads a photo and notes that it hangs there. */
  async post(postingId: string, day: string, by: Person = 'poster'): Promise<void> {
    await this.upload('addPhoto', postingId, { name: '照片.png', content: PNG }, by);
    await this.office.do(by, 'noticeNotices:notePosted', postingId, { day });
  }

  async desk(id: string, by: Person = 'drafter', locale?: 'zh-CN' | 'en-US'): Promise<NoticeDesk> {
    return (await this.office.read<NoticeDesk>(by, 'noticeNotices:desk', { filterByTk: id }, locale)).data;
  }
}
