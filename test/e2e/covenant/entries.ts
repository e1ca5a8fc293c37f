import type { Entries } from '../pages/task-form';

const DAY_IN_MS = 86_400_000;

const STARTED_AT = Date.now();

/** `YYYY-MM-DD` in the office's time zone, some days from the day on which the test began, also when midnight passes. */
const day = (fromToday: number): string =>
  new Date(STARTED_AT + fromToday * DAY_IN_MS).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

const CHECKS = ['没有罚款、没收等处罚', '没有剥夺依法享有的权利', '没有歧视外嫁、离异、丧偶妇女', '没有随意排除集体收益分配'];
const TEXT = '第一条 爱护公共环境。\n第二条 邻里和睦。';
export const WITH_FINE = `${TEXT}\n第三条 违反本公约的，由居委会罚款 100 元。`;
export const WITHOUT_FINE = `${TEXT}\n第三条 违反本公约的，由居委会批评教育。`;

export const SOLICITED: Entries = {
  事由: '制定',
  征集开始日期: day(-16),
  征集结束日期: day(0),
  征集方式: ['入户走访', '座谈会'],
  总户数: 420,
  已征求意见户数: 305,
  起草小组成员: '党员代表、妇女代表、法律顾问，共 7 人',
  起草小组妇女人数: 3,
  居民意见: {
    added: [
      { 来源: '入户走访', 群体: '搬迁居民', 意见内容: '楼道堆放杂物影响通行' },
      { 来源: '座谈会', 群体: '妇女', 意见内容: '红白事攀比严重' },
    ],
  },
};

export const SUMMARISED: Entries = {
  居民意见: [
    { 采纳情况: '采纳', 理由: '写入第一条' },
    { 采纳情况: '部分采纳', 理由: '只写原则' },
  ],
  意见汇总与采纳说明: '共收到意见 2 条，已在公开栏反馈。',
  反馈日期: day(0),
};

export const DRAFTED: Entries = { '草案版次': 1, '公约文本（草案）': WITH_FINE, '内容自查': CHECKS };

export const CONSULTED: Entries = { 已听取意见的代表: ['党代表、党员', '法律顾问'], 法律顾问意见: '第三条的罚款须请镇里把关。' };

export const OBJECTED: Entries = {
  逐条审核意见: { added: [{ 条款: '第三条', 意见: '删除', 法律依据: '行政处罚法第四条', 修改建议: '改为批评教育' }] },
  审核意见: '第三条设定罚款，没有法律依据。',
  审核日期: day(0),
};

export const REDRAFTED: Entries = {
  '草案版次': 2,
  '逐条审核意见': [{ 改正情况: '已改为批评教育' }],
  '公约文本（草案）': WITHOUT_FINE,
  '本次修改说明': '删除罚款。',
};

export const AGREED: Entries = {
  逐条审核意见: [{ 是否已改正: '已改正' }],
  审核意见: '已按意见改正，同意提交表决。',
  审核日期: day(0),
};

export const PROPOSED: Entries = { 审议稿: WITHOUT_FINE, 拟召开日期: day(0) };

export const MEETING_DAY = day(0);

/** 赞成 + 反对 + 弃权 + 无效 + 未表决 = 268 = 实到. */
export const NARROWLY_LOST: Entries = {
  会议形式: '户代表',
  会议日期: MEETING_DAY,
  应到: 420,
  实到: 268,
  到会妇女: 121,
  赞成: 127,
  反对: 118,
  弃权: 16,
  无效: 3,
  未表决: 4,
  会议记录: '对第二条意见不一。',
};

/** 239 + 24 + 13 + 2 + 3 = 281 = 实到. */
export const WON: Entries = {
  会议形式: '户代表',
  会议日期: MEETING_DAY,
  应到: 420,
  实到: 281,
  到会妇女: 126,
  赞成: 239,
  反对: 24,
  弃权: 13,
  无效: 2,
  未表决: 3,
  会议记录: '对第二条作了说明，居民没有新的意见。',
};

export const WITNESSED: Entries = { 监督意见: '签到、计票、监票符合规定。' };
const PACKAGE = ['备案报告', '报备文本', '会议记录和签到册', '审核意见书'];
export const RECEIVED: Entries = { 收件日期: day(0), 收件编号: '云岭收 9 号' };

export const FILED: Entries = { 备案材料: PACKAGE, 备案联系人: '社区党群服务中心 0915-0000000', 报送日期: day(0) };
export const CORRECTION_ORDERED: Entries = { ...RECEIVED, 备案意见: '联系电话打不通，请更正。' };
export const CORRECTED: Entries = {
  备案联系人: '社区党群服务中心 0915-0000001',
  改正说明: '已更正联系电话。',
  报送日期: day(0),
};
export const ACCEPTED: Entries = { 备案意见: '内容合法，程序完备，予以备案。', 备案号: '云岭备〔居民公约〕9 号' };
export const PUBLISHED: Entries = {
  公布日期: day(0),
  施行日期: day(7),
  公布方式: ['公开栏', '入户发放'],
  个人信息检查: '已检查，不含身份证号、电话、银行账号、健康等信息',
};
