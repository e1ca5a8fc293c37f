import { z } from 'zod';
import { textOf, type Locale } from '../runtime/texts';

const option = z.object({ value: z.string(), label: z.string(), labelEn: z.string() });
type Option = z.output<typeof option>;
const corrections = z.array(
  z.object({
    name: z.string(),
    nameEn: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    options: z.array(option).default([]),
  }),
);

/** The facts of `parametersCorrected` as people read them: each parameter with its old and new value. */
export function correctionsIn(locale: Locale, changes: unknown): string {
  const parsed = corrections.safeParse(changes);
  const sentences = (parsed.data ?? []).map(({ name, nameEn, before, after, options }) =>
    textOf(locale, 'history.parameterCorrected', {
      name: locale === 'zh-CN' ? name : nameEn,
      before: inWords(before, options, locale),
      after: inWords(after, options, locale),
    }),
  );
  return sentences.join(locale === 'zh-CN' ? '；' : '; ');
}

function inWords(value: unknown, options: readonly Option[], locale: Locale): string {
  const chosen = options.find((one) => one.value === value);
  if (chosen) return locale === 'zh-CN' ? chosen.label : chosen.labelEn;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
