import { readPasted } from './pasted';

describe('a roll pasted out of a spreadsheet', () => {
  it('is read by its headings, in whatever order they are', () => {
    const { entries } = readPasted('户号\t姓名\t性别\t户代表\n3-101\t张三\t男\t是\n3-102\t李四\t女\t\n');

    expect(entries).toEqual([
      { name: '张三', household: '3-101', isWoman: false, representsHousehold: true },
      { name: '李四', household: '3-102', isWoman: true, representsHousehold: false },
    ]);
  });

  it('is name, household and gender without headings', () => {
    expect(readPasted('张三,3-101,女').entries).toEqual([{ name: '张三', household: '3-101', isWoman: true }]);
  });

  it('names lines without a name and names that stand there twice', () => {
    const { entries, nameless, twice } = readPasted('姓名,户号\n张三,1\n,2\n\n张三,3');

    expect(entries).toHaveLength(2);
    expect(nameless).toEqual([3]);
    expect(twice).toEqual(['张三']);
  });

  it('reads the standing of Party members', () => {
    const { entries } = readPasted('姓名\t党员状态\n张三\t预备党员\n李四\t正式\n王五\t');

    expect(entries.map(({ standing }) => standing)).toEqual(['probationary', 'full', undefined]);
  });
});
