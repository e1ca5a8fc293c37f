import { parseNotice, type WallNotice } from '@wuxin/notice-wall';

const COMMUNITIES = 60;
const NOTICES_A_DAY = 40;
const DAY_MS = 86_400_000;
const KINDS = ['publicity', 'disclosure', 'announcement', 'meetingNotice'];
const MATTERS = [
  '临时救助对象',
  '公益性岗位人员',
  '电梯维修资金',
  '党群服务经费',
  '居民公约修订稿',
  '消防通道整治',
  '网格员补选',
];
const ROWS = 12;

/** Always the same notice for a number; its id is spread over the folders as a drawn one would be. */
export function benchNotice(index: number): WallNotice {
  const place = index % COMMUNITIES;
  const day = new Date(Date.UTC(2019, 0, 1) + Math.floor(index / NOTICES_A_DAY) * DAY_MS).toISOString().slice(0, 10);
  const matter = MATTERS[index % MATTERS.length] ?? '';
  return parseNotice({
    id: benchId(index),
    number: `${day.slice(0, 4)}-${String(index).padStart(6, '0')}`,
    kind: KINDS[(index * 7) % KINDS.length],
    title: `关于第${index % 90}社区${matter}（第${index}号）的公示`,
    blocks: [
      { kind: 'paragraph', text: `根据有关规定，经居民代表会议讨论通过，现将${matter}有关情况予以公示，欢迎监督。`.repeat(4) },
      {
        kind: 'table',
        headerRows: 1,
        rows: Array.from({ length: ROWS }, (_, row) =>
          [`${row}`, '张*', '3号楼', matter, `${row * 100}`].map((text) => ({ text })),
        ),
      },
    ],
    place: { id: `c${place}`, name: `第${place}社区`, path: ['汉滨区', `第${place % 6}镇`, `第${place}社区`] },
    publishedOn: day,
    endsOn: null,
    keepUntil: null,
    attachments: [],
    responses: null,
    opinions: [],
    certificateHash: null,
    supersedes: null,
  });
}

/** A number that steps through all of them before it comes back. */
const scattered = (index: number): number => Math.imul(index, 2_654_435_761) >>> 0;

export const benchId = (index: number): string =>
  `${scattered(index).toString(36).padStart(7, '0')}${String(index).padStart(15, '0')}`;
