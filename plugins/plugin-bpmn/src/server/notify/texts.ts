import { localDateOf } from '../runtime/local-date';
import { textOf, type Locale } from '../runtime/texts';

/** What a message is about; each has `notify.<kind>.title` and `notify.<kind>.text` in the locales. */
export const MESSAGE_KINDS = [
  'taskOpened',
  'taskTransferred',
  'taskDelegated',
  'taskGivenBack',
  'taskReturned',
  'taskRemoved',
  'taskReminded',
  'deadlineNear',
  'deadlineOverdue',
  'deadlineEscalated',
  'cc',
  'publishAsked',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export interface MessageFacts {
  readonly kind: MessageKind;
  readonly caseTitle: Readonly<Record<Locale, string>>;
  readonly elementName: Readonly<Record<Locale, string>>;
  readonly dueAt: number | null;
  /** What the sender added. */
  readonly note: string;
}

interface MessageWords {
  readonly title: string;
  readonly content: string;
}

/** A message whose words another plugin brings. */
export interface OwnWords {
  readonly kind: 'own';
  readonly words: Readonly<Record<Locale, MessageWords>>;
}

export function messageText(locale: Locale, facts: MessageFacts | OwnWords): MessageWords {
  if (facts.kind === 'own') return facts.words[locale];
  const { kind, caseTitle, elementName, dueAt, note } = facts;
  const data = { caseTitle: caseTitle[locale], elementName: elementName[locale] };
  const sentences = [
    textOf(locale, `notify.${kind}.text`, data),
    ...(dueAt === null ? [] : [textOf(locale, 'notify.due', { due: localDateOf(dueAt) })]),
    ...(note ? [textOf(locale, 'notify.note', { note })] : []),
  ];
  return { title: textOf(locale, `notify.${kind}.title`, data), content: sentences.join(locale === 'en-US' ? ' ' : '') };
}
