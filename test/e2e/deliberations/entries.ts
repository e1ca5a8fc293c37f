import type { Entries } from '../pages/task-form';

const DAY_IN_MS = 86_400_000;

const STARTED_AT = Date.now();

/** `YYYY-MM-DD` in the office's time zone, some days before the day on which the test began. Everything is entered from paper. */
export const ago = (days: number): string =>
  new Date(STARTED_AT - days * DAY_IN_MS).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

const PLAN = '在三号楼北侧新建停车位 62 个。';

export const registered = (daysAgo: number): Entries => ({
  提起方式: '党员群众建议',
  事项类别: '公益设施和工程建设',
  预算金额: 186000,
  资金来源: '公共收益和上级补助',
  动议日期: ago(daysAgo),
  事项背景: '停车位不足。',
  方案: PLAN,
  涉及居民: '一至四号楼居民',
});

/** Only once: what is chosen already would be taken back. */
export const LAWFUL: Entries = { 合法性自查: ['属于自治事务', '资金来源落实'] };

export const prechecked = (daysAgo: number): Entries => ({ 审核意见: '同意提交四议。', 审核日期: ago(daysAgo) });

export const called = (daysAgo: number): Entries => ({
  拟召开日期: ago(daysAgo),
  地点: '社区会议室',
  议题: '停车位改造',
  材料送达日期: ago(daysAgo + 3),
});

type Counts = readonly [due: number, present: number, approve: number, oppose: number, abstain: number];

export const COUNTS = {
  partyCommittee: [5, 5, 5, 0, 0],
  twoCommittees: [9, 8, 7, 1, 0],
  partyMembers: [15, 12, 10, 1, 1],
  passed: [45, 38, 31, 5, 2],
  lost: [45, 38, 15, 20, 3],
} as const satisfies Readonly<Record<string, Counts>>;

export const held = (daysAgo: number, [due, present, approve, oppose, abstain]: Counts): Entries => ({
  会议日期: ago(daysAgo),
  主持人: '陈敏',
  记录人: '林静',
  表决方式: '举手',
  应到: due,
  实到: present,
  赞成: approve,
  反对: oppose,
  弃权: abstain,
  无效: 0,
  未表决: 0,
  会议决定: '见计票结论。',
  会议记录: '逐项说明方案，讨论后表决。',
  已存入档案盒的凭证: ['签到册', '会议记录原件', '表决票或者表决记录'],
});

export const WITNESSED: Entries = { 监督意见: '程序合规。' };
export const AMENDED: Entries = {
  审议意见采纳情况: '采纳关于照明的意见。',
  方案: `${PLAN}加装照明。`,
  方案版次: 2,
  不属实质修改的理由: '只补充照明，车位和资金不变。',
};
export const PREPARED: Entries = {
  个人信息检查: ['没有身份证号、电话、住址', '没有个人投票情况'],
  公示位置: ['公开栏', '居民微信群'],
  受理异议的人和电话: '张丽 0915-0000000',
};
export const VETTED: Entries = { 公示前审查意见: '内容属实。' };
export const posted = (daysAgo: number): Entries => ({ 张贴日期: ago(daysAgo) });
export const objected = (text: string, daysAgo: number): Entries => ({
  收到异议的日期: ago(daysAgo),
  提出方式: '当面',
  异议内容: text,
});
export const rejected = (daysAgo: number): Entries => ({ 答复: '公示栏和微信群均已张贴。', 答复日期: ago(daysAgo) });
export const upheld = (daysAgo: number): Entries => ({ 答复: '重新表决。', 答复日期: ago(daysAgo), 受影响的步骤: '表决' });

export const WORKS: Entries = { 预计总额: 186000, 实施单位: '安康某建设公司', 开工日期: ago(35), 完工日期: ago(20) };
export const ACCEPTED: Entries = { 验收日期: ago(18), 决算: 184500, 验收人员: '王强、张丽', 验收意见: '合格。' };
export const ASSESSED: Entries = { 评议日期: ago(2), 满意: 36, 基本满意: 4, 不满意: 1 };
export const ARCHIVED: Entries = {
  档案盒内材料: ['登记表和文书', '会议记录和签到册', '公示内容和凭证'],
  档号: 'SY-01',
  归档日期: ago(0),
};
export const FAILURE: Entries = { 未通过原因: '费用分摊有分歧。' };
