import type { FeelCode, FeelData } from './errors';

export type FeelLocale = 'zh-CN' | 'en-US';

/** One sentence per code; `{name}` is replaced from the `data` of the error. */
export const feelMessages: { readonly [locale in FeelLocale]: { readonly [code in FeelCode]: string } } = {
  'zh-CN': {
    'feel.syntax': '表达式写法有误：“{text}”附近无法识别。',
    'feel.tooLong': '表达式有 {length} 个字符，最多 {limit} 个。',
    'feel.tooDeep': '表达式嵌套太深，最多 {limit} 层。',
    'feel.unbounded': '循环没有可靠的上限：{reason}。循环的起止须写成整数，且不超过 {limit} 个。',
    'feel.loopsTooDeep': '循环和筛选最多嵌套 {limit} 层。',
    'feel.unknownName': '没有名为“{name}”的变量。',
    'feel.unknownFunction': '没有名为“{name}”的函数。',
    'feel.variables': '变量“{path}”不能用在表达式里：{reason}。',
    'feel.tooMuchWork': '表达式的计算量超过上限。',
    'feel.pattern': '正则表达式“{pattern}”不安全或有误：{reason}。',
    'feel.notAValue': '表达式的结果是{type}，不是可以保存的值。',
    'feel.functionFailed': '函数“{name}”执行失败：{reason}。',
    'feel.evaluation': '表达式计算失败：{reason}。',
  },
  'en-US': {
    'feel.syntax': 'The expression cannot be read near "{text}".',
    'feel.tooLong': 'The expression has {length} characters; {limit} are allowed.',
    'feel.tooDeep': 'The expression is nested too deeply; {limit} levels are allowed.',
    'feel.unbounded': 'A loop has no safe end: {reason}. Write whole numbers at both ends, {limit} steps at most.',
    'feel.loopsTooDeep': 'Loops and filters may be nested {limit} deep.',
    'feel.unknownName': 'There is no variable named "{name}".',
    'feel.unknownFunction': 'There is no function named "{name}".',
    'feel.variables': 'Variable "{path}" cannot be used in an expression: {reason}.',
    'feel.tooMuchWork': 'The expression takes more work than is allowed.',
    'feel.pattern': 'The regular expression "{pattern}" is unsafe or wrong: {reason}.',
    'feel.notAValue': 'The expression gives a {type}, which is not a value that can be stored.',
    'feel.functionFailed': 'The function "{name}" failed: {reason}.',
    'feel.evaluation': 'The expression failed: {reason}.',
  },
};

const reasons: { readonly [locale in FeelLocale]: { readonly [reason: string]: string } } = {
  'zh-CN': {
    notLiteral: '起止不是写定的整数',
    tooLarge: '次数太多',
    pairs: '一个循环里并列了多个列表，请改为嵌套',
    partial: '循环里不能使用 partial',
    reservedName: '名称是保留字',
    tooMany: '数据太多',
    tooDeep: '嵌套太深',
    tooLong: '太长',
    notJson: '不是普通数据',
    lookAround: '不支持回引和环视',
    tooSlow: '匹配可能极慢',
    invalid: '写法有误',
    now: '当前时间无效',
  },
  'en-US': {
    notLiteral: 'its ends are not written as whole numbers',
    tooLarge: 'it has too many steps',
    pairs: 'it walks through several lists at once; nest the loops instead',
    partial: 'partial cannot be used in a loop',
    reservedName: 'the name is reserved',
    tooMany: 'there is too much data',
    tooDeep: 'it is nested too deeply',
    tooLong: 'it is too long',
    notJson: 'it is not plain data',
    lookAround: 'back references and look-around are not supported',
    tooSlow: 'matching could take for ever',
    invalid: 'it cannot be read',
    now: 'the current time is invalid',
  },
};

/** The sentence for a {@link FeelError} or a {@link FeelProblem}. */
export function formatFeelProblem(problem: { readonly code: FeelCode; readonly data: FeelData }, locale: FeelLocale): string {
  return feelMessages[locale][problem.code].replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = problem.data[key] ?? '';
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    return key === 'reason' ? (reasons[locale][text] ?? text) : text;
  });
}
