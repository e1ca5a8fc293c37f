import type { Json } from './json';

export type ScriptCode =
  | 'script.timeout'
  | 'script.memory'
  | 'script.failed'
  | 'script.notAnObject'
  | 'script.variables'
  | 'script.tooLong'
  | 'script.unavailable';

/** A script that is stopped, fails or returns something that cannot be merged. `data.line` counts from 1 where it is known. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';

  constructor(
    readonly code: ScriptCode,
    readonly data: { readonly [key: string]: Json } = {},
    options: { cause?: unknown } = {},
  ) {
    super(code, options);
  }
}
