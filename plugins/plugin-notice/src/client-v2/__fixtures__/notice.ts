import type { CheckView, FindingView, NoticeDesk, NoticeRow, PostingView } from '../../common/api';

/** 公示: residents may object. */
const kindTitle = { 'zh-CN': '公示', 'en-US': 'Public notice' };
const place = { id: 'east', name: '东村社区' };

export const row = (given: Partial<NoticeRow> = {}): NoticeRow => ({
  id: '5',
  number: '2026-0007',
  title: '低保评议公示',
  kindTitle,
  form: 'publicity',
  place,
  status: 'running',
  posts: ['poster'],
  startsOn: '2026-11-05',
  endsOn: '2026-11-12',
  outcome: null,
  createdAt: Date.parse('2026-11-01T09:00:00+08:00'),
  ...given,
});

/** A draft with everybody at their posts, seen by whoever wrote it. */
export const desk = (given: Partial<NoticeDesk> = {}): NoticeDesk => ({
  id: '5',
  number: '2026-0007',
  kindKey: 'publicity',
  kindTitle,
  form: 'publicity',
  title: '低保评议公示',
  body: [{ kind: 'paragraph', text: '联系电话：13891512345。' }],
  place,
  matter: null,
  status: 'draft',
  periodDays: 7,
  periodUnit: 'calendarDays',
  minimum: { parameter: 'notice.publicity_days', days: 7, isConfirmed: true },
  keepDays: 30,
  takesObjections: true,
  boardProof: 'photo',
  notBefore: null,
  staff: [
    { id: 1, name: '赵敏', post: 'drafter' },
    { id: 2, name: '王芳', post: 'approver' },
    { id: 3, name: '周红', post: 'poster' },
    { id: 4, name: '李强', post: 'decider' },
  ],
  may: [],
  files: [],
  boardIds: [],
  postings: [],
  check: null,
  submittedAt: null,
  approvedAt: null,
  approvedBy: null,
  publishedAt: null,
  wallPath: null,
  startsOn: null,
  endsOn: null,
  keepUntilOn: null,
  today: '2026-11-05',
  expected: null,
  endedAt: null,
  takenDownAt: null,
  outcome: null,
  objections: { total: 0, open: 0, rejected: 0, upheld: 0 },
  contentHash: null,
  previous: null,
  next: null,
  instanceId: null,
  journal: [],
  revision: 1,
  ...given,
});

export const posting = (given: Partial<PostingView> = {}): PostingView => ({
  id: '31',
  boardId: '21',
  boardName: '村口公示栏',
  boardAddress: '村口',
  status: 'asked',
  isProven: false,
  postedOn: null,
  photoId: null,
  postedBy: null,
  confirmedBy: null,
  confirmedAt: null,
  takenDownOn: null,
  ...given,
});

/** A telephone number of the first paragraph. */
export const finding = (id: string, given: Partial<FindingView> = {}): FindingView => ({
  id,
  kind: 'phone',
  certainty: 'sure',
  words: '电话号码：手机号（确定）',
  found: '13891512345',
  pieces: [
    {
      place: { kind: 'block', block: 0 },
      start: 5,
      end: 16,
      before: '联系电话：',
      text: '13891512345',
      after: '。',
      mask: '138****2345',
    },
  ],
  ...given,
});

export const check = (given: Partial<CheckView> = {}): CheckView => ({
  stamp: 'stamp',
  findings: [finding('0.0')],
  unchecked: [],
  ...given,
});
