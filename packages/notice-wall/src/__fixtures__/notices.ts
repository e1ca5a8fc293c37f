import { parseNotice, parseWallOptions, WALL_KINDS, type WallNotice, type WallPlace } from '..';

export const PLACES: readonly WallPlace[] = [
  { id: 'xingfu', name: '幸福社区', path: ['汉滨区', '恒口镇', '幸福社区'] },
  { id: 'heping', name: '和平社区', path: ['汉滨区', '恒口镇', '和平社区'] },
  { id: 'xincheng', name: '新城社区', path: ['汉滨区', '大河镇', '新城社区'] },
];

/** As long and as free of meaning as a drawn one, but always the same for a number. */
export const idOf = (index: number): string =>
  `${String((index * 7_919) % 100).padStart(2, '0')}${String(index).padStart(20, 'x')}`;

/** A notice of its own for every number, some every day. */
export function aNotice(index: number, change: Partial<WallNotice> = {}): WallNotice {
  const day = new Date(Date.UTC(2026, 0, 1) + Math.floor(index / 4) * 86_400_000).toISOString().slice(0, 10);
  return parseNotice({
    id: idOf(index),
    number: `${day.slice(0, 4)}-${String(index).padStart(4, '0')}`,
    kind: WALL_KINDS[index % WALL_KINDS.length],
    title: `关于第${index}号事项的公示`,
    blocks: [{ kind: 'paragraph', text: '经居民代表会议讨论，现予公示。' }],
    place: PLACES[index % PLACES.length],
    publishedOn: day,
    endsOn: null,
    keepUntil: null,
    attachments: [],
    responses: null,
    opinions: [],
    certificateHash: null,
    supersedes: null,
    ...change,
  });
}

export const OPTIONS = parseWallOptions({ title: '恒口镇社区公示栏' });
export const FULL_OPTIONS = parseWallOptions({
  title: '恒口镇社区公示栏',
  address: 'https://wall.example.org',
  responsesAt: '/api/wall/responses',
  answersAt: '/api/wall/answer',
  searchAt: '/api/wall/search',
  searchShards: 16,
});

/** Everything that a notice can have. */
export const fullNotice = (): WallNotice =>
  aNotice(7, {
    kind: 'publicity',
    title: '关于2026年第四季度困难群众临时救助对象名单的公示',
    endsOn: '2026-01-09',
    keepUntil: '2026-03-31',
    blocks: [
      {
        kind: 'paragraph',
        text: '根据《临时救助实施办法》，经本人申请、居民代表会议评议、社区审核，拟将下列人员列为救助对象，现予公示。',
      },
      { kind: 'heading', text: '一、救助对象名单' },
      {
        kind: 'table',
        headerRows: 1,
        rows: [
          ['序号', '户主', '住址', '家庭人口', '救助类别', '拟救助金额（元）', '评议结果'],
          ['1', '张*', '3号楼', '4', '因病致困', '2,000', '同意'],
          ['2', '李*', '5号楼', '3', '因灾致困', '1,500', '同意'],
          ['3', '欧阳*', '7号楼', '2', '因学致困', '1,000', '同意'],
        ].map((cells) => cells.map((text) => ({ text }))),
      },
      { kind: 'heading', text: '二、有关说明' },
      { kind: 'paragraph', text: '公示期内没有异议或异议不成立的，报镇人民政府审批。\n金额以镇人民政府批准的为准。' },
    ],
    attachments: [
      { name: '居民代表会议决议.pdf', sizeInBytes: 348_211, sha256: '3f'.repeat(32), href: 'files/decision.pdf' },
      {
        name: '临时救助实施办法.docx',
        sizeInBytes: 41_004,
        sha256: 'a0'.repeat(32),
        href: 'https://example.org/files/rules.docx',
      },
    ],
    responses: {
      asks: 'objection',
      until: '2026-01-09',
      isOpen: true,
      channels: ['到社区居委会当面或书面提出', '拨打办公电话'],
      windowAddress: '幸福社区党群服务中心一楼 2 号窗口',
      telephone: '0915-3610000',
    },
    opinions: [{ summary: '建议公布评议人数。', isAdopted: true, reason: '已在决议中写明。' }],
    certificateHash: 'c4'.repeat(32),
    supersedes: { id: idOf(3), number: '2026-0003' },
  });
