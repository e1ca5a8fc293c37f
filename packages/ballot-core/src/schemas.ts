import { z } from 'zod';

/** What rules and meeting types are written in, besides their own fields. */

export const textSchema = z.string().trim().min(1);
export const localizedSchema = z.object({ 'zh-CN': textSchema, 'en-US': textSchema }).strict();
/** An ISO day of the place. */
export const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be YYYY-MM-DD');
export const keySchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/);
export const certaintySchema = z.enum(['found', 'known', 'unsure']);

/** The first and the last day on which a law applies. */
export interface InForce {
  readonly validFrom?: string;
  readonly validUntil?: string;
}

/** ISO days of equal length order as text. */
export const isInForce = ({ validFrom, validUntil }: InForce, day: string): boolean =>
  (!validFrom || day >= validFrom) && (!validUntil || day <= validUntil);

/** What is wrong with something that was written, for its error; `whole` stands for the thing itself. */
export const problemsIn = ({ issues }: z.ZodError, whole: string): { readonly path: string; readonly message: string }[] =>
  issues.map(({ path, message }) => ({ path: path.join('.') || whole, message }));

/** How something that could not be read calls itself. */
export const keyOf = (input: unknown): string =>
  typeof input === 'object' && input !== null && 'key' in input && typeof input.key === 'string' ? input.key : '?';
