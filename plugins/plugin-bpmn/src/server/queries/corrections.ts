import { z } from 'zod';
import { textOf, type Locale } from '../runtime/texts';

const corrections = z.array(z.object({ name: z.string(), nameEn: z.string(), before: z.unknown(), after: z.unknown() }));

/** The facts of `parametersCorrected` as people read them: each parameter with its old and new value. */
export function correctionsIn(locale: Locale, changes: unknown): string {
  const parsed = corrections.safeParse(changes);
  const sentences = (parsed.data ?? []).map(({ name, nameEn, before, after }) =>
    textOf(locale, 'history.parameterCorrected', {
      name: locale === 'zh-CN' ? name : nameEn,
      before: plain(before),
      after: plain(after),
    }),
  );
  return sentences.join(locale === 'zh-CN' ? '；' : '; ');
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
