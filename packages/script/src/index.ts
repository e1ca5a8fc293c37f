export { ScriptError } from './errors';
export type { ScriptCode } from './errors';
export type { Json, Variables } from './json';
export { formatScriptError, scriptMessages } from './messages';
export type { ScriptLocale } from './messages';
export { loadScriptRuntime } from './runtime';
export type { ScriptOptions, ScriptRuntime } from './runtime';
export type { Stopwatch } from './sandbox';
