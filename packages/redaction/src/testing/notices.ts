import { Chance } from './chance';
import { amount, harmless } from './harmless';
import { GENERATED_ON, personOf, two, type Person } from './people';
import { NoticeWriter, type GeneratedNotice, type Words } from './writer';

export { GENERATED_ON };

/** A notice of one of the kinds that communities publish, with people of chance in it. The same seed gives the same notice. */
export function noticeOf(seed: number): GeneratedNotice {
  const chance = new Chance(seed);
  const writer = new NoticeWriter(chance);
  chance.one(KINDS)(writer);
  for (let left = chance.whole(1, 4); left > 0; left -= 1) writer.paragraph(harmless(chance));
  return writer.finish();
}

type Kind = (writer: NoticeWriter) => void;
const KINDS: readonly Kind[] = [
  subsidyList,
  subsidyForm,
  covenantNotice,
  electionList,
  financeTable,
  decision,
  relief,
  pupils,
  complaintAnswer,
  pension,
  groupMessage,
  guardians,
];

const SITE = ['幸福家园', '惠民苑', '盛世花园', '新民社区', '东坝小区', '龙泉安置点', '康乐新村'];

/** Door-level, as people write it. */
function homeOf(writer: NoticeWriter, { home }: Person): Words {
  const { chance } = writer;
  const { building, unit, floor, door } = home;
  const room = `${floor}${two(door)}`;
  const [village, street] = [chance.one(['红星', '双桥', '高峰']), chance.one(['解放', '育才', '江北'])];
  const [before, own] = chance.one<readonly [string, string]>([
    ['', `${building}号楼${unit}单元${room}室`],
    ['', `${building}号楼${unit}单元${room}`],
    ['', `${building}栋${unit}单元${room}室`],
    ['', `${building}幢${unit}单元${room}号`],
    ['', `${building}-${unit}-${room}`],
    ['', `${building}#楼${unit}单元${room}`],
    [
      '',
      `${chinese(building)}号楼${chinese(unit)}单元${[...room].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('')}室`,
    ],
    ['', `${building} 号楼 ${unit} 单元 ${room} 室`],
    ['', `${building}号楼${unit}单元${floor}楼${chance.one(['东', '西'])}户`],
    [`${village}村`, `${chinese(chance.whole(1, 9))}组${chance.whole(1, 120)}号`],
    ['', `${street}路${chance.whole(1, 300)}号`],
    ['', `${chance.one(['A', 'B', 'C'])}${building}-${unit}-${room}`],
    [`${chance.one(['东', '西'])}区`, `${building}号楼${room}室`],
    ['', `${building}栋${unit}单元${floor}-${door}`],
    ['', `${building}号楼${unit}单元 ${room}`],
    ['', `${building}－${unit}－${room}`],
    ['', `${building}号院${unit}号楼${room}`],
    ['', `${chinese(building)}栋${chinese(unit)}单元${chinese(floor)}楼${door}号`],
  ]);
  return [before, writer.secret('address', own)];
}

function chinese(value: number): string {
  const ones = '零一二三四五六七八九'[value % 10] ?? '';
  const tens = Math.floor(value / 10);
  if (tens === 0) return ones;
  return `${tens > 1 ? '零一二三四五六七八九'[tens] : ''}十${value % 10 === 0 ? '' : ones}`;
}

function subsidyList(writer: NoticeWriter): void {
  const { chance } = writer;
  writer.heading(
    `${chance.one(SITE)}${chance.one(['困难群众临时救助', '公益性岗位补贴', '耕地地力保护补贴', '残疾人两项补贴'])}发放名单公示`,
  );
  const withName = chance.one(['姓名', '户主姓名', '领取人', '户主', '姓 名']);
  const withId = chance.one(['身份证号', '身份证号码', '公民身份号码', '证件号码']);
  const withPhone = chance.one(['联系电话', '电话', '手机号', '联系方式']);
  const withAccount = chance.one(['银行账号', '一卡通账号', '卡号', '社保卡号', '开户账号']);
  const isSplit = chance.is(0.25);
  const isKnown = chance.is(0.3);
  const header = ['序号', withName, withId, ...(isSplit ? [''] : []), withPhone, withAccount, '住址', '金额（元）'];
  const rows = chance.times(2, 7, (at): Words[] => {
    const person = personOf(chance);
    const id: Words[] = isSplit
      ? writer.splitNumber('idNumber', person.id, chance.whole(4, 14)).map((piece) => [piece])
      : [[writer.number('idNumber', chance.is(0.08) ? person.oldId : person.id)]];
    const account = writer.number('bankAccount', chance.is(0.75) ? person.card : person.account);
    return [
      [String(at + 1)],
      [writer.name(person.name, { isKnown })],
      ...id,
      [writer.number('phone', person.phone)],
      [account],
      [chance.one(SITE), ...homeOf(writer, person)],
      [amount(chance)],
    ];
  });
  writer.table(header, rows);
}

function subsidyForm(writer: NoticeWriter): void {
  const { chance } = writer;
  const person = personOf(chance);
  const [first, second] = writer.splitNumber('phone', person.phone, chance.one([3, 7]));
  const isSplit = chance.is(0.3);
  writer.heading('临时救助审批表');
  writer.form([
    [['申请人'], [writer.name(person.name)], ['身份证号'], [writer.number('idNumber', person.id)]],
    [
      ['联系电话'],
      ...(isSplit ? [[first], [second]] : [[writer.number('phone', person.phone)]]),
      ['住址'],
      [...homeOf(writer, person)],
    ],
    [['银行账号'], [writer.number('bankAccount', chance.is(0.6) ? person.card : person.account)], ['救助金额'], [amount(chance)]],
  ]);
}

function covenantNotice(writer: NoticeWriter): void {
  const { chance } = writer;
  const contact = personOf(chance);
  const others = chance.times(2, 5, () => personOf(chance));
  writer.heading('居民公约（草案）征求意见公告');
  writer.paragraph('居民公约草案已经居民代表会议讨论，现予公示。', harmless(chance));
  const list = others.flatMap(
    ({ name }, at): Words => (at === 0 ? [writer.name(name)] : [chance.one(['、', '、', '，', ',']), writer.name(name)]),
  );
  writer.paragraph('参与起草的居民：', ...list, '。');
  const landline = chance.is(0.4);
  writer.paragraph(
    chance.one(['联系人：', '联 系 人：', '联系人:']),
    writer.name(contact.name),
    chance.one(['，电话：', '；联系电话：', '  联系方式：', '，手机']),
    writer.number('phone', landline ? contact.landline.replace('-', '') : contact.phone),
    '。',
  );
}

function electionList(writer: NoticeWriter): void {
  const { chance } = writer;
  writer.heading('社区居民委员会换届选举候选人名单公告');
  const rows = chance.times(3, 6, (at): Words[] => {
    const person = personOf(chance, [25, 60]);
    return [
      [String(at + 1)],
      [person.name],
      [chance.one(['男', '女'])],
      [String(person.age)],
      [chance.one(['主任', '副主任', '委员'])],
      [writer.number('idNumber', person.id)],
      [String(chance.whole(50, 400))],
    ];
  });
  writer.table(['序号', '姓名', '性别', '年龄', '拟任职务', '身份证号', '得票数'], rows);
  const chair = personOf(chance);
  const called = personOf(chance);
  writer.paragraph('选举委员会主任：', chair.name, '，联系电话', writer.number('phone', called.phone), '。');
}

function financeTable(writer: NoticeWriter): void {
  const { chance } = writer;
  writer.heading(`${chance.whole(2024, 2026)}年第${chance.one(['一', '二', '三', '四'])}季度财务收支公开`);
  const rows = chance.times(4, 9, (at): Words[] => {
    const person = personOf(chance);
    const purpose: Words = chance.is(0.3)
      ? [
          '支付零星维修费，收款人',
          chance.is(0.5) ? '：' : '',
          writer.name(person.name, { isPlain: true }),
          '，卡号',
          writer.number('bankAccount', person.card),
        ]
      : [chance.one(['办公用品', '电费', '路灯维修', '活动经费', '印刷费'])];
    return [
      [String(at + 1)],
      [`${chance.whole(2024, 2026)}.${chance.whole(1, 12)}.${chance.whole(1, 28)}`],
      [chance.digits(chance.whole(4, 11))],
      purpose,
      [amount(chance)],
      [amount(chance)],
      [String(chance.whole(1000, 99999999))],
    ];
  });
  writer.table(['序号', '日期', '凭证号', '摘要', '收入', '支出', '余额'], rows);
}

function decision(writer: NoticeWriter): void {
  const { chance } = writer;
  const person = personOf(chance);
  const other = personOf(chance);
  writer.heading('居民会议决议公告');
  writer.paragraph(
    '经审议，同意',
    writer.name(person.name, { isKnown: true }),
    chance.one(['户', '家庭', '']),
    '（住',
    ...homeOf(writer, person),
    '，身份证',
    chance.one(['号：', '号码', '：']),
    writer.number('idNumber', person.id),
    '）享受补助',
    amount(chance),
    '元。',
  );
  writer.paragraph(
    '款项汇入',
    writer.name(other.name, { isKnown: true, isPlain: true }),
    '的账户：',
    writer.number('bankAccount', person.card),
    chance.one(['。', '，联系', '（']),
    harmless(chance),
  );
  writer.paragraph(
    harmless(chance),
    chance.one(['电话', '来电请拨', 'Tel: ', '+86 ']),
    writer.number('phone', other.phone),
    '，',
    harmless(chance),
  );
}

function relief(writer: NoticeWriter): void {
  const { chance } = writer;
  const person = personOf(chance);
  const child = personOf(chance, [1, 15]);
  writer.heading('困难家庭走访情况公示');
  const age = chance.one([`${child.age}岁`, `${child.age}周岁`, `${chinese(child.age)}岁`, `${child.age} 岁`]);
  writer.paragraph(
    '户主',
    chance.one(['：', '']),
    writer.name(person.name, { isPlain: true }),
    '，',
    chance.one(['男', '女']),
    '，',
    String(person.age),
    '岁，家住',
    ...homeOf(writer, person),
    '，',
    chance.one(['儿子', '女儿', '孙子', '孙女']),
    writer.name(child.name, { isKnown: chance.is(0.5), isPlain: true, fieldClass: 'resident', kind: 'minor' }),
    '，',
    chance.one(['今年', '现年', '', '年仅']),
    writer.secret('minor', age),
    '，在读小学。',
  );
  if (chance.is(0.5))
    writer.paragraph('其身份证号', chance.one(['为', '：']), writer.number('idNumber', person.id), '，', harmless(chance));
  else writer.paragraph(writer.name(person.name, { isKnown: true }), '反映情况属实，', harmless(chance));
}

function pupils(writer: NoticeWriter): void {
  const { chance } = writer;
  writer.heading('金秋助学拟资助名单公示');
  const withAge = chance.is(0.5);
  const rows = chance.times(2, 6, (at): Words[] => {
    const parent = personOf(chance, [28, 50]);
    const child = personOf(chance, [6, 16]);
    const detail = withAge
      ? writer.secret('minor', chance.one([`${child.age}`, `${child.age}岁`]))
      : writer.secret(
          'minor',
          chance.one([
            child.bornOn,
            `${child.bornOn.slice(0, 4)}年${Number(child.bornOn.slice(5, 7))}月`,
            child.bornOn.replaceAll('-', '.'),
            child.bornOn.replaceAll('-', ''),
          ]),
        );
    return [
      [String(at + 1)],
      [writer.name(child.name, { kind: 'minor' })],
      [detail],
      [chance.one(['安康市第一小学', '江北初级中学', '汉滨初中', '培新小学'])],
      [writer.name(parent.name)],
      [writer.number('phone', parent.phone)],
    ];
  });
  writer.table(['序号', '学生姓名', withAge ? '年龄' : '出生年月', '就读学校', '监护人', '联系电话'], rows);
  const child = personOf(chance, [6, 16]);
  writer.paragraph(
    writer.name(child.name, { isKnown: true, isPlain: true, kind: 'minor' }),
    '，',
    chance.one(['安康市第二小学三年级2班学生', '汉滨初中初二（3）班', '培新小学四年级在读']),
    '，家庭困难。',
  );
  writer.paragraph(
    '另有',
    writer.name(child.name, { isKnown: true, isPlain: true, kind: 'minor' }),
    '，',
    writer.secret(
      'minor',
      `${child.bornOn.slice(0, 4)}年${Number(child.bornOn.slice(5, 7))}月${Number(child.bornOn.slice(8))}日`,
    ),
    '出生，享受同等标准。',
  );
}

function complaintAnswer(writer: NoticeWriter): void {
  const { chance } = writer;
  const person = personOf(chance);
  writer.heading('异议处理结果公布');
  writer.paragraph(
    chance.one(['异议人：', '投诉人：', '举报人：', '反映人：']),
    writer.name(person.name),
    '，',
    chance.one(['联系电话：', '手机号：', '电话']),
    writer.number('phone', chance.is(0.2) ? `+86${person.phone}` : person.phone),
    '，住址：',
    ...homeOf(writer, person),
    '。',
  );
  writer.paragraph('经核实，', harmless(chance));
  writer.paragraph(
    chance.one(['', '感谢', '经']),
    writer.name(person.name, { isPlain: true, isKnown: true }),
    chance.one(['同志', '先生', '女士']),
    chance.one(['确认', '的意见已采纳']),
    '。',
  );
}

function pension(writer: NoticeWriter): void {
  const { chance } = writer;
  writer.heading('高龄津贴发放公示');
  const people = chance.times(2, 5, () => personOf(chance, [80, 95]));
  const isKnown = chance.is(0.5);
  for (const person of people) {
    writer.paragraph(
      chance.one(['姓名：', '老人姓名：', '姓名:', '领取人：']),
      writer.name(person.name, { isKnown }),
      chance.one([' ', '，', '；', '　']),
      chance.one(['身份证：', '身份证号：', '身份证号码 ', '']),
      writer.number('idNumber', chance.is(0.1) ? person.oldId : person.id),
      chance.one([' ', '，', '；']),
      chance.one(['银行卡号：', '存折号：', '账号 ', '卡号：']),
      writer.number('bankAccount', chance.is(0.7) ? person.card : person.account),
      chance.one([' ', '，', '；']),
      chance.one(['每月', '金额']),
      `${chance.whole(50, 300)}元`,
    );
  }
}

/** A notice as somebody types it into a group: without order and signs. */
function groupMessage(writer: NoticeWriter): void {
  const { chance } = writer;
  const people = chance.times(2, 5, () => personOf(chance));
  writer.paragraph('请以下住户尽快到社区补交材料，', harmless(chance));
  for (const person of people) {
    writer.paragraph(
      writer.name(person.name, { isKnown: true, isPlain: true }),
      chance.one(['', ' ', '  ', '，', '：']),
      writer.number('phone', person.phone),
      chance.one(['', '（微信同号）', ' ', '，', '。']),
      ...(chance.is(0.5) ? [chance.one(['证件', '身份证', ' ']), writer.number('idNumber', person.id)] : []),
      ...(chance.is(0.4) ? [chance.one(['，卡', '，农商行', '，账户']), writer.number('bankAccount', person.card)] : []),
    );
  }
}

/** Children in sentences. */
function guardians(writer: NoticeWriter): void {
  const { chance } = writer;
  const child = personOf(chance, [1, 17]);
  const parent = personOf(chance, [26, 60]);
  writer.heading('留守儿童关爱服务情况公示');
  writer.paragraph(
    chance.one(['留守儿童', '困境儿童：', '受助学生：', '学生']),
    writer.name(child.name, { isPlain: true, isKnown: chance.is(0.4), kind: 'minor' }),
    chance.one(['（', '，']),
    ...(chance.is(0.5)
      ? [writer.secret('minor', chance.one([`${child.age}岁`, `${chinese(child.age)}周岁`]))]
      : [chance.one(['出生日期：', '生于']), writer.secret('minor', child.bornOn)]),
    chance.one(['，', '；']),
    '监护人',
    chance.one(['：', '为']),
    writer.name(parent.name, { isPlain: true }),
    '，电话',
    writer.number('phone', parent.phone),
    '。',
  );
  const other = personOf(chance, [2, 14]);
  writer.paragraph('其身份证号为', writer.idNumberOfChild(other.id), '，', harmless(chance));
}
