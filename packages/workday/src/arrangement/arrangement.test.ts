import { chinaCalendar, dayInfo, formatWorkdayError, localDate, mergeCalendar, readArrangement, type Arrangement } from '..';

const NOTICE_2026 = `国务院办公厅关于2026年部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
国务院办公厅
2025年11月4日`;
const options = { year: 2026, source: '国务院办公厅通知' };
const changed = (from: string, to: string): Arrangement => {
  expect(NOTICE_2026).toContain(from);
  return readArrangement(NOTICE_2026.replace(from, to), options);
};
const problems = (arrangement: Arrangement): string[] =>
  arrangement.kind === 'refused' ? arrangement.problems.map((problem) => formatWorkdayError(problem, 'zh-CN')) : [];
const rows = (arrangement: Arrangement): string[] =>
  arrangement.kind === 'read' ? arrangement.rows.map(({ date, kind, name }) => `${date} ${kind} ${name}`) : [];

describe('the yearly notice on holidays', () => {
  it('of 2026 gives the days of the calendar that came from another source', () => {
    const arrangement = readArrangement(NOTICE_2026, options);
    const days = arrangement.kind === 'read' ? arrangement.rows : [];
    const known = [...chinaCalendar.days].filter(([date]) => date.startsWith('2026'));

    expect(days.map(({ date, kind }) => [date, kind]).sort()).toEqual(known.map(([date, { kind }]) => [date, kind]).sort());
  });

  it('makes a calendar that reaches to the end of its year', () => {
    const base = { ...chinaCalendar, coveredUntil: localDate('2025-12-31'), days: new Map() };
    const arrangement = readArrangement(NOTICE_2026, options);
    if (arrangement.kind !== 'read') throw new Error('refused');

    const { rows: read, coveredUntil } = arrangement;
    const calendar = mergeCalendar(base, { key: 'china', name: '全国', rows: read, coveredUntil });

    expect(dayInfo(localDate('2026-10-10'), calendar)).toEqual({ isWorking: true, name: '国庆节', isProvisional: false });
    expect(dayInfo(localDate('2026-12-31'), calendar)).toEqual({ isWorking: true, name: null, isProvisional: false });
  });

  it('is read in one line, with full-width digits and other words for weekdays', () => {
    const line = NOTICE_2026.replace(/\n/g, ' ')
      .replace(/周(?=[一-龥]）)/g, '星期')
      .replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    expect(rows(readArrangement(line, options))).toEqual(rows(readArrangement(NOTICE_2026, options)));
  });

  it('may begin its New Year in the year before', () => {
    const arrangement = changed(
      '1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。',
      '2025年12月31日至2026年1月2日放假调休，共3天。',
    );
    expect(rows(arrangement).slice(0, 3)).toEqual(['2025-12-31 rest 元旦', '2026-01-01 rest 元旦', '2026-01-02 rest 元旦']);
  });

  it('may join two holidays, and a day with the weekend', () => {
    const arrangement = readArrangement(
      '一、元旦：1月1日放假，与周末连休。二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位安排职工在除夕（2月9日）休息。' +
        '三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。' +
        '五、端午节：6月10日放假，与周末连休。六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月12日（星期六）上班。',
      { year: 2024, source: '' },
    );

    expect(problems(arrangement)).toEqual([]);
    expect(rows(arrangement)).toContain('2024-10-06 rest 中秋节、国庆节');
    expect(rows(arrangement).join()).not.toContain('2024-02-09');
  });
});

describe('a notice is refused', () => {
  it.each([
    ['a weekday that is another', '10月1日（周四）', '10月1日（周五）', '“2026-10-01”写作周五，实为周四。'],
    ['a count that does not fit', '放假调休，共7天', '放假调休，共8天', '“国庆节”写作共 8 天，实为 7 天。'],
    ['a make-up day in the week', '10月10日（周六）上班', '10月12日上班', '“国庆节”的上班日 2026-10-12 不是周末。'],
    [
      'a holiday that is missing',
      '五、端午节：6月19日（周五）至21日（周日）放假，共3天。',
      '',
      '“端午节”应当出现 1 次，实际出现 0 次。',
    ],
    ['a day that does not exist', '4月4日（周六）至6日', '4月31日至6日', '“清明节”的安排读不懂：4月31日至6日(周一)放假,共3天。'],
    [
      'words that are unknown',
      '共5天。5月9日（周六）上班',
      '共5天。5月9日补休',
      '“劳动节”的安排读不懂：5月1日(周五)至5日(周二)放假调休,共5天。5月9日补休。',
    ],
    [
      'a range that ends before it begins',
      '9月25日（周五）至27日（周日）放假，共3天',
      '9月25日至21日放假',
      '“中秋节”写作共 -3 天，实为 -3 天。',
    ],
    [
      'one day twice',
      '六、中秋节：9月25日（周五）至27日（周日）放假，共3天',
      '六、中秋节：10月7日（周三）放假，共1天',
      '2026-10-07 出现两次：中秋节、国庆节。',
    ],
    ['another year', '关于2026年部分', '关于2025年部分', '年份不符：应为 2026，通知中为 2025。'],
  ])('for %s', (_, from, to, sentence) => {
    expect(problems(changed(from, to))).toContain(sentence);
  });

  it.each(['', '今天放假', '国庆节：'])('when it is no notice: “%s”', (text) => {
    expect(readArrangement(text, options).kind).toBe('refused');
  });

  it('for a year that is none', () => {
    expect(readArrangement(NOTICE_2026, { ...options, year: NaN }).kind).toBe('refused');
  });
});
