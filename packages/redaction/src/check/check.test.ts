import { check, explainFinding, redact, type FindingKind, type NoticeDocument, type RedactionFinding } from '..';

const TODAY = '2026-11-26';
const paragraph = (text: string): NoticeDocument => ({ blocks: [{ kind: 'paragraph', text }] });
const table = (...rows: readonly (readonly string[])[]): NoticeDocument => ({
  blocks: [{ kind: 'table', rows: rows.map((cells) => cells.map((text) => ({ text }))) }],
});
const inText = (text: string): RedactionFinding[] => check(paragraph(text), { today: TODAY });
const found = (findings: readonly RedactionFinding[], kind: FindingKind): string[] =>
  findings.filter((finding) => finding.kind === kind).map((finding) => finding.found);
const masked = (text: string): string => {
  const { blocks } = redact(paragraph(text), inText(text));
  const [block] = blocks;
  return block?.kind === 'table' ? '' : (block?.text ?? '');
};

describe('an ID number', () => {
  it.each([
    ['plain', '610124199001011264', '610124199001011264'],
    ['with an X', '身份证61012419900101107X，', '61012419900101107X'],
    ['full-width', '身份证号６１０１２４１９９００１０１１２６４', '６１０１２４１９９００１０１１２６４'],
    ['in groups', '610124 19900101 1264', '610124 19900101 1264'],
    ['with hyphens', '610124-1990-0101-1264', '610124-1990-0101-1264'],
    ['with invisible characters', '6101\u200b24199\u200d00101\u20601264', '6101\u200b24199\u200d00101\u20601264'],
    ['over two lines', '610124199\n001011264', '610124199\n001011264'],
    ['in Chinese', '六一零一二四一九九〇零幺零幺一二六四', '六一零一二四一九九〇零幺零幺一二六四'],
    ['in financial Chinese', '陆壹零壹贰肆壹玖玖零零壹零壹壹贰陆肆', '陆壹零壹贰肆壹玖玖零零壹零壹壹贰陆肆'],
    ['of 15 digits behind its word', '身份证号码：610124900101123', '610124900101123'],
    ['with a wrong check sum', '身份证号：610124199001011239', '610124199001011239'],
    ['of which a part is hidden', '身份证610124********1234', '610124********1234'],
  ])('is found %s', (_, text, expected) => {
    expect(found(inText(text), 'idNumber')).toEqual([expected]);
  });

  it('is hidden wholly', () => {
    expect(masked('身份证号：610124199001011264。')).toBe('身份证号：***。');
  });

  it('is found over two cells and hidden in both', () => {
    const document = table(['姓名', '身份证号', ''], ['合计', '61012419900', '1011264']);
    const findings = check(document, { today: TODAY });

    expect(findings.map(({ kind, spans, masks }) => ({ kind, cells: spans.map(({ cell }) => cell), masks }))).toEqual([
      { kind: 'idNumber', cells: [1, 2], masks: ['***', '***'] },
    ]);
  });

  it('of a child is about a minor too', () => {
    expect(inText('身份证号 610902201503020014').map(({ kind, reason }) => [kind, reason])).toEqual([
      ['idNumber', 'idDate'],
      ['minor', 'minorIdNumber'],
    ]);
  });
});

describe('a telephone number', () => {
  it.each([
    ['plain', '13812345678', '13812345678'],
    ['of China', '+86 138 1234 5678', '+86 138 1234 5678'],
    ['in groups', '138-1234-5678', '138-1234-5678'],
    ['digit by digit', '1 3 8 1 2 3 4 5 6 7 8', '1 3 8 1 2 3 4 5 6 7 8'],
    ['in circles', '①③⑧①②③④⑤⑥⑦⑧', '①③⑧①②③④⑤⑥⑦⑧'],
    ['as it is read aloud', '幺三八一二三四五六七八', '幺三八一二三四五六七八'],
    ['with letters for digits', '电话I38OOl23456', 'I38OOl23456'],
    ['half in Chinese', '138一二三四5678', '138一二三四5678'],
    ['of a home', '家里电话：0915-3212345', '0915-3212345'],
    ['of a home in brackets', '电话：（0915）3212345', '（0915）3212345'],
    ['without the area', '联系电话：3212345', '3212345'],
  ])('is found %s', (_, text, expected) => {
    expect(found(inText(text), 'phone')).toEqual([expected]);
  });

  it('keeps its first three and last four digits', () => {
    expect(masked('电话１３８ 1234 5678')).toBe('电话138****5678');
  });

  it('keeps them when it is split over cells', () => {
    const document = table(['联系电话', '138', '12345678']);
    const [finding] = check(document, { today: TODAY });
    expect(finding?.masks).toEqual(['138', '****5678']);
  });

  it.each(['监督电话：0915-3212345', '服务热线12345，举报电话12388'])('of an office is public: %s', (text) => {
    expect(inText(text)).toEqual([]);
  });
});

describe('a bank account', () => {
  it.each([
    ['by its check sum', '转入6228480402564890018', '6228480402564890018'],
    ['in fours', '卡号：6228 4804 0256 4890 018', '6228 4804 0256 4890 018'],
    ['by the word before it', '存折账号：2701010101109', '2701010101109'],
    ['of which a part is hidden', '卡号6228********90018', '6228********90018'],
  ])('is found %s', (_, text, expected) => {
    expect(found(inText(text), 'bankAccount')).toEqual([expected]);
  });

  it('is found under the header of its column', () => {
    const document = table(['姓名', '一卡通账号', '金额'], ['合计', '806010100234567', '1500']);
    expect(found(check(document, { today: TODAY }), 'bankAccount')).toEqual(['806010100234567']);
  });
});

describe('a name', () => {
  it.each([
    ['behind its word', '户主：张建国', ['张建国']],
    ['of two characters', '联系人：李四，电话见附件', ['李四']],
    ['of two surnames', '申请人：欧阳明珠。', ['欧阳明珠']],
    ['with a space', '姓名：张 三', ['张 三']],
    ['with a dot', '姓名：张·三', ['张·三']],
    ['in a list', '领取人：张三、李小四，王 五 和赵六丰', ['张三', '李小四', '王 五', '赵六丰']],
    ['without a colon', '申请人王建军提出申请', ['王建军']],
    ['before a form of address', '感谢张建国同志', ['张建国']],
    ['before sex and age', '张建国，男，63岁', ['张建国']],
    ['before numbers', '王建国（138-1234-5678）、李秀英 3-1-502', ['王建国', '李秀英']],
    ['as sheets are signed', '经办人：刘 洋（签字）　审核人：王 芳', ['刘 洋', '王 芳']],
    ['of another people', '姓名：阿依古丽·买买提', ['阿依古丽·买买提']],
  ])('is found %s', (_, text, expected) => {
    expect(found(inText(text), 'name')).toEqual(expected);
  });

  it.each([
    '申请人应当如实填报，户主信息以登记为准。',
    '居民公约由居民代表会议讨论。',
    '联系人：社区居委会',
    '党支部书记：王建国，主任：李卫东',
    '选举委员会候选人：赵明',
    '户名：见附件 开户行：陕西信合',
    '住址：惠民苑3号楼2单元501室',
  ])('is none in “%s”', (text) => {
    expect(found(inText(text), 'name')).toEqual([]);
  });

  it('that is known is found in pieces, also over cells', () => {
    const names = [{ name: '张建国', fieldClass: 'resident' }];
    const findings = (document: NoticeDocument): string[] => found(check(document, { today: TODAY, names }), 'name');

    expect(findings(paragraph('经核实张 建-国情况属实'))).toEqual(['张 建-国']);
    expect(findings(table(['张', '建国', '1500']))).toEqual(['张建国']);
  });

  it('of a public class stays, and the stricter class wins', () => {
    const document = paragraph('姓名：张建国');
    const publicName = { name: '张建国', fieldClass: 'candidate' };

    expect(check(document, { today: TODAY, names: [publicName] })).toEqual([]);
    expect(check(document, { today: TODAY, names: [publicName, { name: '张建国', fieldClass: 'resident' }] })).toHaveLength(1);
  });

  it.each([
    ['户主：张建国', '户主：张*'],
    ['户主：欧阳明珠', '户主：欧阳*'],
    ['举报人：张建国', '举报人：***'],
  ])('in “%s” becomes “%s”', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });
});

describe('a minor', () => {
  it.each([
    ['an age', '儿子王小明，8岁', ['王小明', '8岁']],
    ['an age in Chinese', '孙女李小花十二周岁', ['李小花', '十二周岁']],
    ['a date of birth', '王小明，2015年3月2日出生', ['王小明', '2015年3月2日']],
    ['a date of birth in Chinese', '出生日期：二〇一五年三月二日', ['二〇一五年三月二日']],
    ['a school beside a name', '学生：王小明', ['王小明']],
  ])('is found by %s', (_, text, expected) => {
    expect(found(inText(text), 'minor')).toEqual(expected);
  });

  it.each([
    '年满十八周岁的居民',
    '年满18周岁',
    '不满十四周岁的未成年人',
    '0-6岁儿童',
    '16周岁以上',
    '满十六周岁不满十八周岁',
    '小学三年级以上学生',
    '张建国，男，63岁，小学文化',
  ])('is none in “%s”', (text) => {
    expect(found(inText(text), 'minor')).toEqual([]);
  });

  it('is found in a table without a cell for the day, and its guardian is none', () => {
    const document = table(['姓名', '出生年月', '监护人'], ['王小宝', '2014.05', '王建国'], ['刘桂兰', '1956.03', '']);
    expect(found(check(document, { today: TODAY }), 'minor')).toEqual(['王小宝', '2014.05']);
  });

  it('has its name hidden wholly, its parent’s only masked', () => {
    const document = table(['学生姓名', '年龄', '监护人'], ['王小明', '8', '王建国']);
    const findings = check(document, { today: TODAY });
    expect(findings.map(({ kind, found: text, masks }) => [kind, text, masks[0]])).toEqual([
      ['minor', '王小明', '***'],
      ['minor', '8', '***'],
      ['name', '王建国', '王*'],
    ]);
  });

  it('is of age on the eighteenth birthday', () => {
    expect(found(inText('王小明，2008年11月26日出生'), 'minor')).toEqual([]);
    expect(found(inText('王小明，2008年11月27日出生'), 'minor')).toEqual(['王小明', '2008年11月27日']);
  });
});

describe('an address', () => {
  it.each([
    ['住3号楼2单元501室', '住3号楼**'],
    ['住三号楼二单元五零一室', '住三号楼**'],
    ['住3栋2单元501，', '住3栋**，'],
    ['幸福小区2-3-501', '幸福小区2**'],
    ['家住红星村三组12号', '家住红星村三组**'],
    ['住解放路123号', '住解放路**'],
    ['住2号楼1单元5楼东户', '住2号楼**'],
    ['住户8-1204反映漏水', '住户8**反映漏水'],
  ])('in “%s” keeps only its building', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it.each([
    '会议地点：3号楼2层会议室',
    '安康大道88号社区党群服务中心',
    '3号楼2单元电梯改造',
    '安政发〔2026〕12号',
    '2026-3-15',
    '红星村三组道路硬化',
  ])('is none in “%s”', (text) => {
    expect(found(inText(text), 'address')).toEqual([]);
  });

  it('is found in the columns of units and rooms', () => {
    const document = table(['姓名', '楼栋', '单元', '房号'], ['合计', '3', '2', '501']);
    expect(found(check(document, { today: TODAY }), 'address')).toEqual(['2', '501']);
  });
});

describe('what is about nobody', () => {
  it.each([
    '共计3,280,000元，收入13812345678.00元',
    '金额13812345678元',
    '得票数：132 45 116 111',
    '公示时间2026-03-15至2026-03-20，每日8:30-11:30',
    '安政发〔2026〕12号第十八条',
    '统一社会信用代码：91610900MA70XUX12A',
    '合同编号：HT202603150013812345678',
    '文件编号：AK-2026-13812345678',
    '平均值3.14159265358',
    '东经109.029123，北纬32.684571',
    '应到101人，实到88人，赞成80票',
    '一、二、三、四、五、六、七、八、九、十、十一、十二',
  ])('is not found: %s', (text) => {
    expect(inText(text)).toEqual([]);
  });
});

it('every finding is explained in Chinese and English', () => {
  const [finding] = inText('电话13812345678');
  expect(finding && explainFinding(finding, 'zh-CN')).toBe('电话号码：手机号码（可以确定）');
  expect(finding && explainFinding(finding, 'en-US')).toBe('telephone number: a mobile number (sure)');
});
