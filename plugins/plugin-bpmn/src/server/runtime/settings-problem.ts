import { BpmnError, type ErrorData } from './errors';

/** Something wrong with an element's settings; `code` has a text in both languages (`problems.<code>`). */
export interface SettingsProblem {
  readonly code: string;
  readonly data: ErrorData;
}

/** Runs the same readers that work uses when it begins, and gathers their refusals instead of stopping at the first. */
export function problemsOf(...readers: readonly (() => unknown)[]): readonly SettingsProblem[] {
  return readers.flatMap((read) => {
    try {
      read();
      return [];
    } catch (error) {
      if (error instanceof BpmnError) return [{ code: error.code, data: error.data }];
      throw error;
    }
  });
}
