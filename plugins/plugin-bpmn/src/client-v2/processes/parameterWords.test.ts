import type { ParameterView } from '../../common/api';
import zhCN from '../../locale/zh-CN.json';
import type { Translate } from '../i18n';
import { limitInWords, valueInWords } from './parameterWords';

const t: Translate = (key, values = {}) => zhCN[key].replace(/{{(\w+)}}/g, (_, name: string) => String(values[name]));

const parameter: ParameterView = {
  key: 'cov.file_days',
  name: '备案期限',
  value: 10,
  unit: '个日历日',
  floor: null,
  ceiling: 10,
  limitKind: 'statutory',
  source: '',
  certainty: 'known',
  isConfirmed: true,
  mark: null,
};

it('says values with their unit and booleans in words', () => {
  expect(valueInWords(10, '个日历日', t)).toBe('10 个日历日');
  expect(valueInWords(false, null, t)).toBe('否');
  expect(valueInWords(['a'], null, t)).toBe('["a"]');
});

it('names a limit with its kind, and none where there is none', () => {
  expect(limitInWords(parameter, t)).toBe('法定：不多于 10 个日历日');
  expect(limitInWords({ ...parameter, ceiling: null }, t)).toBeNull();
});
