import { ScriptError } from './errors';
import type { Json, Variables } from './json';

export function serialiseVariables(variables: Variables): string {
  try {
    return JSON.stringify(variables);
  } catch (cause) {
    throw new ScriptError('script.variables', {}, { cause });
  }
}

/** The text comes from the script and is only data: a key `__proto__` in it is dropped. An empty text means: no object. */
export function parseResult(text: string): Variables {
  const value = text === '' ? null : parseText(text);
  if (!isVariables(value)) throw new ScriptError('script.notAnObject');
  return value;
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text, (key, part: unknown) => (key === '__proto__' ? undefined : part));
  } catch (cause) {
    throw new ScriptError('script.notAnObject', {}, { cause }); // nested deeper than the stack
  }
}

/** `JSON.parse` gives nothing but JSON, so an object that is no list holds JSON values. */
function isVariables(value: unknown): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
