import type { ParameterView } from '../../common/api';
import zhCN from '../../locale/zh-CN.json';
import type { Translate } from '../i18n';
import { limitInWords, valueInWords } from './parameterWords';

const t: Translate = (key, values = {}) => zhCN[key].replace(/{{(\w+)}}/g, (_, name: string) => String(values[name]));

const parameter: ParameterView = {
  key: 'cov.file_days',
  name: '备案期限',
  value: 10,
  unit: 'calendarDays',
  floor: null,
  ceiling: 10,
  limitKind: 'statutory',
  source: '',
  certainty: 'known',
  isConfirmed: true,
  mark: null,
};

it('says values with their unit and booleans in words', () => {
  expect(valueInWords(10, { unit: 'calendarDays' }, t)).toBe('10 个日历日');
  expect(valueInWords('1/2', { unit: 'share' }, t)).toBe('1/2');
  expect(valueInWords(3, { unit: '轮' }, t)).toBe('3 轮');
  expect(valueInWords(false, { unit: null }, t)).toBe('否');
  expect(valueInWords(['a'], { unit: null }, t)).toBe('["a"]');
});

it('says what stands on a list of options by its label', () => {
  const options = [{ value: 'formal', label: '正式党员' }];
  expect(valueInWords('formal', { unit: null, options }, t)).toBe('正式党员');
  expect(valueInWords('gone', { unit: null, options }, t)).toBe('gone');
});

it('names each limit with its kind, and none where there is none', () => {
  expect(limitInWords(parameter, t)).toBe('法定：不多于 10 个日历日');
  expect(limitInWords({ ...parameter, ceiling: null }, t)).toBeNull();
  const both = { ...parameter, floor: 1, policyFloor: 3, policyCeiling: 7 };
  expect(limitInWords(both, t)).toBe('法定：不少于 1 个日历日、不多于 10 个日历日；政策：不少于 3 个日历日、不多于 7 个日历日');
  expect(limitInWords(both, t, 'statutory')).toBe('法定：不少于 1 个日历日、不多于 10 个日历日');
  expect(limitInWords(both, t, 'policy')).toBe('政策：不少于 3 个日历日、不多于 7 个日历日');
  expect(limitInWords(parameter, t, 'policy')).toBeNull();
  const options = [
    { value: 'formal', label: '正式党员' },
    { value: 'all', label: '全部党员' },
  ];
  expect(limitInWords({ ...parameter, ceiling: null, options }, t)).toBe('可选：正式党员、全部党员');
});
