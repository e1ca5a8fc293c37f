import type { ScriptCode, ScriptError } from './errors';
import type { Json } from './json';

export type ScriptLocale = 'zh-CN' | 'en-US';

/** One sentence per code; `{name}` is replaced from the `data` of the error. */
export const scriptMessages: { readonly [locale in ScriptLocale]: { readonly [code in ScriptCode]: string } } = {
  'zh-CN': {
    'script.timeout': '脚本运行超过 {milliseconds} 毫秒，已停止。',
    'script.memory': '脚本使用的内存超过 {memoryBytes} 字节，已停止。',
    'script.failed': '脚本出错：{reason}',
    'script.notAnObject': '脚本最后的值不是对象，无法写入变量。',
    'script.variables': '变量不是普通数据，无法交给脚本。',
    'script.tooLong': '脚本有 {length} 个字符，最多 {limit} 个。',
    'script.unavailable': '脚本环境正在重新加载，请稍后重试。',
  },
  'en-US': {
    'script.timeout': 'The script ran for more than {milliseconds} ms and was stopped.',
    'script.memory': 'The script used more than {memoryBytes} bytes of memory and was stopped.',
    'script.failed': 'The script failed: {reason}',
    'script.notAnObject': 'The last value of the script is not an object, so it cannot be merged into the variables.',
    'script.variables': 'The variables are not plain data and cannot be given to a script.',
    'script.tooLong': 'The script has {length} characters; {limit} are allowed.',
    'script.unavailable': 'The script environment is being reloaded. Try again in a moment.',
  },
};

export function formatScriptError(error: Pick<ScriptError, 'code' | 'data'>, locale: ScriptLocale): string {
  return scriptMessages[locale][error.code].replace(/\{(\w+)\}/g, (_, key: string) => textOf(error.data[key] ?? ''));
}

function textOf(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
