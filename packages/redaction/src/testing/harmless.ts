import type { Chance } from './chance';
import { two } from './people';

const REGISTRY = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Numbers and words that are about nobody, many of them shaped like what is. */
export function harmless(chance: Chance): string {
  return chance.one(SENTENCES)(chance);
}

type Sentence = (chance: Chance) => string;

const day = (chance: Chance): string => `${chance.whole(2015, 2027)}-${two(chance.whole(1, 12))}-${two(chance.whole(1, 28))}`;
const chineseDay = (chance: Chance): string => `${chance.whole(2015, 2027)}年${chance.whole(1, 12)}月${chance.whole(1, 28)}日`;

const SENTENCES: readonly Sentence[] = [
  (c) => `根据安政发〔${c.whole(2018, 2026)}〕${c.whole(1, 120)}号文件精神，按第${c.whole(1, 40)}条第${c.whole(1, 5)}款办理。`,
  (c) => `合同编号：${c.one(['HT', 'AK', 'SQ-'])}${c.digits(c.whole(8, 16))}，签订日期${day(c)}。`,
  (c) => `合同编号：1${c.whole(3, 9)}${c.digits(9)}，金额${c.whole(1000, 999999)}.${c.digits(2)}元。`,
  (c) => `统一社会信用代码：${creditCode(c)}。`,
  (c) => `社区居民委员会（统一社会信用代码${creditCode(c)}）负责实施。`,
  (c) => `本季度收入${amount(c)}元，支出${amount(c)}元，结余${amount(c)}元。`,
  (c) => `预算总额${c.whole(100000000, 99999999999)}元（大写：${chineseAmount(c)}）。`,
  (c) => `发放补贴共计人民币${c.whole(1000, 99999)}元，涉及${c.whole(20, 300)}户${c.whole(60, 900)}人。`,
  (c) =>
    `应到${c.whole(60, 120)}人，实到${c.whole(40, 60)}人，赞成${c.whole(20, 40)}票，反对${c.whole(0, 9)}票，弃权${c.whole(0, 9)}票。`,
  (c) => `得票依次为${c.times(4, 9, () => c.whole(10, 199)).join('、')}票。`,
  (c) => `得票数：${c.times(4, 7, () => c.whole(10, 199)).join(' ')}`,
  (c) => `公示时间：${chineseDay(c)}至${chineseDay(c)}，每日8:30-11:30、14:00-17:30。`,
  (c) => `公示期为${day(c)}至${day(c)}。`,
  (c) => `监督电话：0915-${c.whole(2, 8)}${c.digits(6)}，举报电话12388。`,
  (c) => `咨询热线：0915-${c.whole(2, 8)}${c.digits(6)}；服务热线12345。`,
  () => '凡年满十八周岁、未被剥夺政治权利的居民均有选举权。',
  () => '年满18周岁的居民、不满十六周岁的未成年人由监护人代理。',
  () => '0-6岁儿童、60周岁以上老年人免费体检。',
  () => '已满十四周岁不满十八周岁的人，以及未满14周岁的儿童，依法保护。',
  (c) => `项目位于安康大道${c.whole(1, 200)}号社区党群服务中心。`,
  (c) => `会议地点：${c.whole(1, 9)}号楼${c.whole(1, 3)}层会议室。`,
  (c) => `投票地点：社区服务中心${c.whole(1, 3)}楼${c.whole(1, 3)}0${c.whole(1, 9)}室。`,
  (c) => `施工范围：${c.whole(1, 9)}号楼${c.whole(1, 3)}单元电梯改造，面积${c.whole(100, 9000)}.${c.digits(2)}平方米。`,
  (c) => `坐标：北纬32.${c.digits(6)}，东经109.${c.digits(6)}。`,
  (c) => `平均值${c.whole(1, 999)}.${c.digits(8)}，占比${c.whole(1, 99)}.${c.digits(2)}%。`,
  (c) => `凭证号：${c.digits(c.whole(6, 12))}，发票号码：${c.digits(8)}，发票代码：${c.digits(12)}。`,
  (c) => `商品条码69${c.digits(11)}，批号${c.digits(8)}，数量${c.whole(1, 900)}件。`,
  (c) => `邮政编码：725000，网址：www.example.gov.cn，版本号2.${c.whole(0, 9)}.${c.whole(0, 30)}。`,
  () => '公示期内如有异议，请实名向社区居务监督委员会反映。',
  (c) => `负责人签字后于${c.whole(1, 12)}月底前报镇政府备案。`,
  () => '申请人应当提交书面材料，联系人方式以登记表为准。',
  () => '户主信息以户籍登记为准，姓名不公开。',
  (c) => `经居民代表会议讨论，${c.one(['三', '四', '五'])}分之${c.one(['二', '三'])}以上同意，通过本公约。`,
  (c) => `标准为每人每月${c.whole(100, 900)}元，执行GB/T ${c.digits(5)}-${c.whole(2010, 2024)}。`,
  (c) => `订单号：${day(c).replaceAll('-', '')}${c.digits(10)}，已完成采购。`,
  (c) => `水表读数${c.digits(5)}-${c.digits(5)}，用水${c.whole(10, 400)}吨。`,
  (c) => `一、总则；二、第${c.one(['十二', '二十三', '一百零八'])}条；三、附则。共${c.whole(2, 9)}章${c.whole(20, 80)}条。`,
  (c) => `小学、幼儿园周边${c.whole(50, 300)}米内禁止设置摊点，初中文化程度以上优先。`,
  (c) => `全年共开展活动${c.whole(10, 90)}次，其中${c.whole(1, 12)}月${c.whole(1, 12)}次。`,
  () => '申请人应当如实填报家庭经济状况，不得隐瞒。',
  () => '申请人于公示期满后五日内领取，户主负责告知家庭成员。',
  () => '居民代表会议由居民委员会召集，居民小组组长列席。',
  () => '学生资助工作按学期进行，学生和家长可到服务窗口咨询。',
  () => '未成年人思想道德建设、残疾人证办理、业主大会筹备情况一并公开。',
  () => '家庭成员共同生活的，合并计算收入；子女赡养费按标准计入。',
  () => '联系人变更的，应及时告知社区；姓名、身份证号、银行账号等信息不予公开。',
  () => '村民小组、居民小组应当组织成员学习，业主和租户均可参加。',
  () => '低保对象动态管理，困难户帮扶到位，监护人履行职责。',
  () => '老年人日间照料中心服务老人、儿童和残疾人，文明家庭和最美家庭各十户。',
  () => '红星村三组、四组道路硬化，3号楼和5号楼外墙维修。',
  () => '孩子就近入学，小学三年级以上学生可参加假期托管班。',
  () => '获奖人名单另行公布，同志们要认真学习，先生、女士们请勿吸烟。',
  (c) => `身份证复印件${c.whole(1, 3)}份、户口簿复印件${c.whole(1, 3)}份，电话预约办理。`,
  (c) => `银行账户余额${c.whole(100, 99999999)}.${c.digits(2)}元，账户由镇财政所统一管理。`,
  (c) => `电子设备型号SM-${c.digits(4)}，序列号${c.digits(c.whole(10, 18))}，参数1${c.digits(2)}-${c.digits(3)}-${c.digits(2)}。`,
  (c) => `村集体资产${c.digits(4)}.${c.digits(2)}万元，负债率${c.whole(1, 90)}.${c.digits(2)}%，流动比率1.${c.digits(2)}。`,
  (c) =>
    `物业费每平方米每月${c.whole(0, 2)}.${c.digits(1)}元，${c.whole(1, 30)}号楼至${c.whole(31, 40)}号楼共${c.whole(2, 6)}个单元。`,
  (c) => `不动产权证号：陕（${c.whole(2016, 2026)}）汉滨区不动产权第${c.digits(7)}号。`,
];

export function amount(chance: Chance): string {
  const whole = String(chance.whole(100, 99999999));
  const grouped = chance.is(0.5) ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return chance.is(0.6) ? `${grouped}.${chance.digits(2)}` : grouped;
}

function chineseAmount(chance: Chance): string {
  const numeral = (): string => chance.one([...'壹贰叁肆伍陆柒捌玖']);
  return `${numeral()}万${numeral()}仟${numeral()}佰${numeral()}拾${numeral()}元整`;
}

function creditCode(chance: Chance): string {
  const organisation = chance.is(0.3)
    ? chance.digits(9)
    : `MA${Array.from({ length: 7 }, () => chance.one([...REGISTRY])).join('')}`;
  const head = chance.one(['91', '92', '52', '54', '12']) + chance.one(['610902', '610900', '612401', '110105']) + organisation;
  let weight = 1;
  let sum = 0;
  for (const char of head) {
    sum += weight * REGISTRY.indexOf(char);
    weight = (weight * 3) % 31;
  }
  return head + (REGISTRY[(31 - (sum % 31)) % 31] ?? '0');
}
