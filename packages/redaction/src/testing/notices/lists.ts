import { amount } from '../harmless';
import { personOf } from '../people';
import type { NoticeWriter, Words } from '../writer';
import { homeOf, SITE } from './homes';

export function subsidyList(writer: NoticeWriter): void {
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

export function subsidyForm(writer: NoticeWriter): void {
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

export function electionList(writer: NoticeWriter): void {
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

export function financeTable(writer: NoticeWriter): void {
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

export function pupils(writer: NoticeWriter): void {
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
