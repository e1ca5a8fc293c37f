import type { Stream } from './stream';

/** What a label says of what stands behind it. `code` is any number that is not about a person: amounts, documents, counts. */
export type LabelKind =
  | 'idNumber'
  | 'phone'
  | 'publicPhone'
  | 'bankAccount'
  | 'creditCode'
  | 'code'
  | 'birth'
  | 'age'
  | 'name'
  | 'minorName'
  | 'post'
  | 'reporter'
  | 'address'
  | 'door'
  | 'venue';

export interface Label {
  readonly kind: LabelKind;
  /** Of the folded characters. */
  readonly start: number;
  readonly end: number;
}

const WORDS: { readonly [kind in LabelKind]: string } = {
  idNumber:
    '居民身份证号码?|公民身份号码|身份证件号码|身份证号码?|身份号码|身份证|证件号码?|证件号|证号|户口簿号|IDnumber|IDNo|IDcard',
  phone:
    '联系电话|联系方式|联系号码|电话号码?|手机号码?|手机号|移动电话|固定电话|家庭电话|宅电|固话|座机|电话|手机|来电|微信号?|telephone|phone|mobile|tel',
  publicPhone:
    '(?:监督|举报|投诉|咨询|服务|值班|办公|热线|受理|报名|反馈|纪委|信访|意见|报修|政务|报警)(?:联系)?(?:电话|热线|方式)|热线|传真|公众号|hotline|fax',
  bankAccount:
    '(?:农商行|农商银行|信合|工行|农行|建行|中行|邮储|开户行|银行)卡?(?=[:：]?[0-9零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖])|卡(?=[:：]?[0-9零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖貳參陸])|银行卡号?|银行账[号户]|银行帐[号户]|开户账号|收款账号|收款账户|账[号户]|帐[号户]|卡号|存折账号|存折号?|一卡通账号|一卡通号?|惠农卡|惠民惠农补贴卡|社会保障卡号?|社保卡号?|bankaccount|accountno|account',
  creditCode: '统一社会信用代码|社会信用代码|信用代码|组织机构代码|税号|纳税人识别号',
  code: '合同编号|项目编号|项目代码|招标编号|档案号|编号|文号|案号|单号|订单号|流水号|凭证号|凭证|发票号码|发票代码|票据号|序号|金额|余额|合计|总计|小计|总价|单价|面积|预算|决算|收入|支出|得票|票数|赞成|反对|弃权|日期|时间|邮政编码|邮编|批号|型号|规格|参数|许可证号|宗地号?|不动产权证号?|房产证号?|备案号|条码|车牌号?|标准号?|版本号?|坐标|经度|纬度|资产编码|设备号|序列号|serialno|orderno|invoice|amount',
  birth: '出生日期|出生年月日?|出生时间|出生|生日|生于|birthdate|dateofbirth|birthday|born',
  age: '年龄|周岁|age',
  name: '最后修改者|受理人|审核人|复核人?|审批人|制表人|收件人|儿子|女儿|孙子|孙女|外孙女?|之子|之女|长子|次子|长女|次女|作者|经理|户主姓名|申请人姓名|领取人姓名|开户人姓名|姓名|名字|户主|户名|开户人|申请人|被申请人|申请户|联系人|领取人|领款人|收款人|受益人|受助人|救助对象|补助对象|补贴对象|帮扶对象|低保对象|残疾人|困难户|监护人|父亲|母亲|父母|配偶|妻子|丈夫|家庭成员|家属|成员|业主|住户|租户|承租人|产权人|缴费人|经办人|签字人|签名|当事人|被执行人|患者|死者|亡者|代办人|居民|村民|搬迁户|获奖人|得奖人|权利人|name',
  minorName:
    '学生姓名|儿童姓名|孩子姓名|子女姓名|被监护人|学生|儿童|孩子|小孩|婴儿|新生儿|子女|未成年人|少年|pupil|student|child',
  post: '负责人|党支部书记|总支书记|支部书记|党委书记|书记|副主任|主任|委员|支委|会长|副会长|理事长|理事|监事|组长|网格员|网格长|楼院长|中心户长|指导员|主持人|记录人|监票人|计票人|唱票人|总监票人|候选人|当选人|居民代表|代表|社长|校长|院长|镇长|所长|站长|法人|法定代表人|职务|拟任',
  reporter: '举报人|投诉人|反映人|信访人|异议人|上访人|检举人|控告人|线索提供人',
  address:
    '家庭住址|家庭地址|居住地址|现居住地|户籍地址|户籍所在地|户籍地|户籍|住址|住所|现住|家住|居住于|居住在|居住|住在|房屋坐落|房屋位置|安置房|安置地址|通讯地址|联系地址|地址|房屋|address',
  door: '房间号|房号|室号|门牌号码?|门牌|户号|门号|room',
  venue:
    '会议地点|投票地点|办公地点|办公地址|活动地点|施工地点|项目地点|公示地点|受理地点|领取地点|报名地点|开标地点|集合地点|单位地址|公司地址|地点|会场|施工范围|施工位置|维修位置|维修部位|位置|venue',
};

const kinds = Object.keys(WORDS) as LabelKind[]; // the keys of the table are the kinds
const byLength = kinds
  .flatMap((kind) => splitWords(WORDS[kind]).map((word) => ({ kind, word })))
  .sort((a, b) => b.word.length - a.word.length);
/** Any label; the longest word wins. */
const LABEL = new RegExp(byLength.map(({ word }) => (/^[a-z]+$/i.test(word) ? `(?<![a-z])${word}` : word)).join('|'), 'gi');
const WHOLE = kinds.map((kind) => ({ kind, pattern: new RegExp(`^(?:${WORDS[kind].replace(/\(\?=[^)]*\)/g, '')})$`, 'i') }));

/** At the bars that are not in brackets. */
function splitWords(words: string): string[] {
  return words.match(/(?:\([^()]*\)\??|[^|()])+/g) ?? [];
}

function kindOf(word: string): LabelKind {
  return WHOLE.find(({ pattern }) => pattern.test(word))?.kind ?? 'code';
}

/** All labels in folded text, in their order. */
function labelsIn(chars: string): Label[] {
  return [...chars.matchAll(LABEL)].map((match) => {
    const [word] = match;
    return { kind: kindOf(word), start: match.index, end: match.index + word.length };
  });
}

/** The kinds that a header names: the last word of each part of it, so that 联系人电话 is a phone number only. */
export function headerKinds(header: string): ReadonlySet<LabelKind> {
  const labels = labelsIn(header);
  const ends = labels.filter(({ end }) => end >= header.length || /[/、,，;；(（)）及和与:：]/.test(header[end] ?? ''));
  return new Set(ends.map(({ kind }) => kind));
}

const FARTHEST = 60;
const SENTENCE_END = /[。;；!！?？]/;

/** The labels of a stream and what they say of a position. */
export class StreamLabels {
  readonly all: readonly Label[];
  private readonly starts: ReadonlySet<number>;
  private readonly headers = new Map<number, ReadonlySet<LabelKind>>();

  constructor(private readonly stream: Stream) {
    this.all = labelsIn(stream.chars).filter(({ start, end }) => stream.text[start] === stream.text[end - 1]);
    this.starts = new Set(this.all.map(({ start }) => start));
  }

  /** Does a label begin here? */
  beginsAt(position: number): boolean {
    return this.starts.has(position);
  }

  /** The last label of these kinds before a position, in its sentence. */
  before(position: number, wanted: ReadonlySet<LabelKind>): Label | null {
    const { chars, text } = this.stream;
    for (let at = this.lastBefore(position); at >= 0; at -= 1) {
      const label = this.all[at];
      if (!label || position - label.end > FARTHEST || text[label.start] !== text[position]) return null;
      if (!wanted.has(label.kind)) continue;
      return SENTENCE_END.test(chars.slice(label.end, position)) ? null : label;
    }
    return null;
  }

  /** What the header of the column, or the cell to the left, says of a position. */
  around(position: number): ReadonlySet<LabelKind> {
    const text = this.stream.text[position] ?? 0;
    let found = this.headers.get(text);
    if (!found) {
      const { header = '', beside = '' } = this.stream.texts[text] ?? {};
      const over = headerKinds(header);
      const left = beside.length <= 14 ? headerKinds(beside.replace(/[:：]+$/, '')) : new Set<LabelKind>();
      found = over.size > 0 ? over : left;
      this.headers.set(text, found);
    }
    return found;
  }

  private lastBefore(position: number): number {
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle]?.end ?? Infinity) <= position) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
