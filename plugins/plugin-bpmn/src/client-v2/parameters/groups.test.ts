import { parameterRows } from '../__fixtures__/parameters';
import { groupsOf } from './groups';

const processes = [
  { key: 'covenant', name: '居民公约' },
  { key: 'charter', name: '居民自治章程' },
];
const using = (...processKeys: string[]) => ({ ...parameterRows[0]!, key: processKeys.join('-') || 'none', processKeys });

it('groups parameters by procedure; shared and unused ones stand by themselves, empty groups nowhere', () => {
  const groups = groupsOf([using(), using('covenant', 'charter'), using('covenant')], processes, (key) => key);

  expect(groups.map(({ title, rows }) => [title, rows.map(({ key }) => key)])).toEqual([
    ['居民公约', ['covenant']],
    ['parameter.sharedGroup', ['covenant-charter']],
    ['parameter.unusedGroup', ['none']],
  ]);
});
