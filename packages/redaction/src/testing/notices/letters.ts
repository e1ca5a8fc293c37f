import { amount, harmless } from '../harmless';
import { personOf } from '../people';
import type { NoticeWriter, Words } from '../writer';
import { chinese, homeOf } from './homes';

export function covenantNotice(writer: NoticeWriter): void {
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

export function decision(writer: NoticeWriter): void {
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

export function relief(writer: NoticeWriter): void {
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

export function complaintAnswer(writer: NoticeWriter): void {
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

export function pension(writer: NoticeWriter): void {
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
export function groupMessage(writer: NoticeWriter): void {
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
export function guardians(writer: NoticeWriter): void {
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
