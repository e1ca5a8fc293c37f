import type { DesignOptions } from '../../common/api';
import type { ReadAt } from '../runtime/read-at';
import { hasText, textOf, type Locale } from '../runtime/texts';
import { assigneeKinds } from './registry';
import type { AssigneeKind } from './types';

/** Every kind as clerks know it, with the values that it may have. */
export const assigneeKindViews = (tx: ReadAt, locale: Locale): Promise<DesignOptions['assigneeKinds']> =>
  Promise.all(
    assigneeKinds(tx.db)
      .all()
      .map((kind) => viewOf(tx, locale, kind)),
  );

async function viewOf(tx: ReadAt, locale: Locale, asked: AssigneeKind) {
  const { kind, title } = asked;
  const own = `designer.assigneeKind.${kind}`;
  const words = title?.[locale] ?? (hasText(own) ? textOf(locale, own) : kind);
  return { kind, title: words, choices: asked.choices ? [...(await asked.choices(tx, locale))] : null };
}
