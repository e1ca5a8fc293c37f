import type { TextKey, Translate } from '../i18n';

const KINDS: Readonly<Record<string, TextKey>> = {
  idNumber: 'redaction.kind.idNumber',
  phone: 'redaction.kind.phone',
  bankAccount: 'redaction.kind.bankAccount',
  name: 'redaction.kind.name',
  minor: 'redaction.kind.minor',
  address: 'redaction.kind.address',
};

/** A kind of personal data in words; one that a later version adds by its name. */
export function kindText(kind: string, t: Translate): string {
  const key = KINDS[kind];
  return key ? t(key) : kind;
}

const CONTENTS: Readonly<Record<string, TextKey>> = {
  pdf: 'redaction.content.pdf',
  picture: 'redaction.content.picture',
  object: 'redaction.content.object',
  other: 'redaction.content.other',
};

export const contentText = (content: string, t: Translate): string => t(CONTENTS[content] ?? 'redaction.content.other');
