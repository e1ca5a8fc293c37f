import { errorText } from '../runtime/error-text';
import { BpmnError } from '../runtime/errors';
import { perDatabase } from '../runtime/per-database';
import type { Locale } from '../runtime/texts';

/** Says a refusal of another plugin. @returns undefined for what is none of its refusals */
export type RefusalWords = (error: unknown, locale: Locale) => { readonly code: string; readonly text: string } | undefined;

class KnownRefusals {
  private readonly all: RefusalWords[] = [];

  /** Activity types of other plugins refuse with errors of their own. */
  register(words: RefusalWords): void {
    this.all.push(words);
  }

  find(error: unknown, locale: Locale): { readonly code: string; readonly text: string } | undefined {
    if (error instanceof BpmnError) return { code: error.code, text: errorText(locale, error.code, error.data) };
    for (const words of this.all) {
      const found = words(error, locale);
      if (found) return found;
    }
    return undefined;
  }
}

/** What the plugins of one application refuse, in words. */
export const refusalsOf = perDatabase(() => new KnownRefusals());
