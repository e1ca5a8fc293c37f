import type { Entries } from '../pages/task-form';
import { YEAR } from './levels';

/** What people enter in the yearly cycle, by the labels of the fields. */

const DAY_MS = 24 * 60 * 60 * 1000;
/** `YYYY-MM-DD` in the office's time zone, so many days from now. */
export const day = (offset: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now() + offset * DAY_MS);
/** As documents say it. */
export const printedDay = (offset: number): string => {
  const [year, month, date] = day(offset).split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
export const TODAY = day(0);
/** In the season of meetings, whatever day it is. */
const MEETING = `${Number(TODAY.slice(0, 4)) + 1}-01-15`;

const CHECKED = '已检查，不含身份证号、电话、银行账号、健康等信息';

export const planned = (places: readonly string[], raters: readonly string[]): Entries => ({
  年度: YEAR,
  述职重点: '安置社区组织覆盖、经费、公约、就业、阵地',
  述职报告报送截止: MEETING,
  拟召开日期: MEETING,
  述职单位: { added: places.map((place) => ({ 单位: place })) },
  测评人: { added: raters.map((name) => ({ 测评人: name, 身份: '党员代表' })) },
});
export const APPROVED: Entries = { 审定日期: TODAY };

const PREMISES = ['党支部办公室', '居委会办公室', '警务室', '图书室', '文体活动室', '室外活动广场'];
export const report = (secretaryName: string): Entries => ({
  '述职人': secretaryName,
  '主要工作': '抓组织覆盖、抓就业、抓阵地。'.repeat(40),
  '存在问题': '就业底数不清，流动党员联系不上。'.repeat(30),
  '上年度问题整改情况': '上年度三个问题已销号。',
  '下步打算': '按月更新就业台账。',
  '应建党组织数': 4,
  '已建党组织数': 4,
  '党建工作经费（元）': 30000,
  '服务群众专项经费（元）': 50000,
  '办公经费（元）': 20000,
  '居民公约制定情况': '已备案公布',
  '有劳动力的户数': 200,
  '零就业户数': 4,
  '必备功能场所': PREMISES,
});
/** Of a community that has half of what it should. */
export const WEAK_REPORT: Entries = {
  ...report('蒋勇'),
  '已建党组织数': 2,
  '党建工作经费（元）': 15000,
  '服务群众专项经费（元）': 20000,
  '办公经费（元）': 12000,
  '居民公约制定情况': '正在制定',
  '零就业户数': 90,
  '必备功能场所': ['党支部办公室', '图书室'],
};
export const TOO_LONG: Entries = { 主要工作: '工'.repeat(2601) };
export const SHORT_ENOUGH: Entries = { 主要工作: '工'.repeat(800) };

export const REVIEWED: Entries = { 预审日期: TODAY, 预审意见: '数据属实。' };
export const HELD: Entries = {
  述职日期: TODAY,
  地点: '会议室',
  参加人数: 30,
  现场提问和回答: '就业怎么抓？答：按三单制逐户对接。',
};
const TABLE_OF_PAPER = '以纸质票测评的人';
/** Some rate on paper, and two count it. */
export const onPaper = (raters: readonly string[], tellers: readonly string[]): Entries => ({
  [TABLE_OF_PAPER]: { added: raters.map((name) => ({ 测评人: name })) },
  两名计票人: { added: tellers.map((name) => ({ 计票人: name })) },
});
export const insteadOnPaper = (rater: string): Entries => ({ [TABLE_OF_PAPER]: [{ 测评人: rater }] });
export const commented = (score: number): Entries => ({ 点评意见: '成绩明显，就业偏弱。', 上级评价得分: score });

export type Choice = '好' | '较好' | '一般' | '差';
const CHOICES = ['好', '较好', '一般', '差'] as const;
export const ITEMS = ['组织体系建设', '责任落实', '服务搬迁群众', '问题整改', '综合评价'] as const;
export const rated = (choice: Choice, more: Partial<Record<(typeof ITEMS)[number], Choice>> = {}): Entries => ({
  ...Object.fromEntries(ITEMS.map((item) => [item, choice])),
  ...more,
});
/** Each sheet of paper says the same of every item. */
export const counted = (by: Partial<Record<Choice, number>>): Entries => {
  const sheets = CHOICES.reduce((sum, choice) => sum + (by[choice] ?? 0), 0);
  const cells = ITEMS.flatMap((item) => CHOICES.map((choice) => [`${item}“${choice}”`, by[choice] ?? 0]));
  const paper = { 发出纸质票: sheets, 收回纸质票: sheets, 有效纸质票: sheets, 无效纸质票: 0 };
  return { ...paper, ...Object.fromEntries(cells) };
};

export const graded = (grades: readonly Choice[]): Entries => ({
  评议结果: grades.map((grade) => ({ 等次: grade })),
  研究日期: TODAY,
  等次研究情况: '集体研究。',
});
export const ANNOUNCED: Entries = { 通报日期: TODAY, 通报方式: ['党内通报', '会上宣读'], 个人信息检查: CHECKED };
export const FED_BACK: Entries = { 反馈意见: '就业底数不清。' };
export const INTERVIEWED: Entries = { 约谈日期: TODAY, 约谈记录: '限两个月整改。' };

export const CORRECTION = { 问题: '台账不全', 整改措施: '逐户核实 200 户', 责任人: '郑小红' } as const;
export const LISTED: Entries = { 整改事项: { added: [{ ...CORRECTION, 完成期限: day(20) }] } };
export const LIST_APPROVED: Entries = { 审核日期: TODAY };
export const LIST_PUBLISHED: Entries = { 公布日期: TODAY, 公布方式: ['公开栏', '党内通报'], 个人信息检查: CHECKED };
export const DONE = '已核实 200 户并录入台账';
export const CORRECTED: Entries = { 整改事项: [{ 整改情况: DONE, 完成日期: TODAY }] };
export const RECHECKED: Entries = { 整改事项: [{ 复查结果: '已整改' }], 复查日期: TODAY, 复查意见: '现场核查属实。' };

export const USED: Entries = { 结果运用日期: TODAY, 结果运用情况: '作为年度考核依据。' };
export const ARCHIVED: Entries = { 档案盒内材料: ['登记表和文书', '会议记录和签到册'], 档号: 'SZ-01', 归档日期: TODAY };
