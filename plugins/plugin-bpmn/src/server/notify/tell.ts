import { administratorKeys, peopleOf } from '../assignment';
import { textOf } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { deliver } from './deliver';

/** A message of another plugin to people whom it knows. */
export interface OwnMessage {
  /** Begins with the plugin's own name: the same message reaches nobody twice. */
  readonly key: string;
  readonly receivers: readonly number[] | 'administrators';
  /** Path in the client that the message leads to. */
  readonly url: string;
  /** Its texts are `TEXT.title` and `TEXT.content`. */
  readonly text: string;
  /** Numbers and titles for the texts; no personal data. */
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Tells people in the application, each in their language, once the transaction is done.
 *
 * @example await tellPeople(tx, { key: `notice.late:${id}`, receivers, url: `/admin/wuxin/objections/${id}`, text: 'notice.late', data: { number } })
 */
export async function tellPeople(tx: Tx, { key, receivers, url, text, data }: OwnMessage): Promise<void> {
  const ids = receivers === 'administrators' ? await administrators(tx) : receivers;
  const wordsIn = (locale: 'zh-CN' | 'en-US') => ({
    title: textOf(locale, `${text}.title`, data),
    content: textOf(locale, `${text}.content`, data),
  });
  const words = { 'zh-CN': wordsIn('zh-CN'), 'en-US': wordsIn('en-US') };
  const people = [...new Set(ids)].map((id) => ({ id }));
  await deliver(tx, [{ key, receivers: people, url, facts: { kind: 'own', words } }]);
}

async function administrators(tx: Tx): Promise<number[]> {
  return [...(await peopleOf(tx, administratorKeys)).values()].flat().map(({ id }) => id);
}
