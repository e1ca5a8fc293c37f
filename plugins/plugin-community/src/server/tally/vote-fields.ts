import { z } from 'zod';

export const fieldName = z.string().regex(/^[A-Za-z]\w*$/);

/** Where the record keeps what every vote has. */
export const voteFields = {
  'field.heldOn': fieldName,
  'field.due': fieldName,
  'field.present': fieldName,
  'field.approve': fieldName,
  'field.oppose': fieldName,
  'field.abstain': fieldName,
  'field.invalid': fieldName,
  'field.notVoting': fieldName,
  'field.sentence': fieldName,
  'field.sentenceEn': fieldName.optional(),
  'field.adoptedOn': fieldName,
};
