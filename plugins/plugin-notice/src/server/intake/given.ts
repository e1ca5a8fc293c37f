import { badInput, isLocalDate, localDateOf } from '@wuxin/plugin-bpmn';
import { lengthOf, oneLine, textIn } from './text';

/** What somebody gives who objects or says an opinion. */
export interface GivenInput {
  readonly text: string;
  readonly name?: string;
  readonly contact?: string;
  readonly note?: string;
  readonly people?: number;
}

export interface Given {
  readonly text: string;
  readonly name: string | null;
  readonly contact: string | null;
  readonly note: string | null;
  readonly people: number;
}

const MOST_NAME = 50;
const MOST_CONTACT = 100;
const MOST_NOTE = 500;
const MOST_PEOPLE = 10_000;

/** @throws bad input `objection.textLength`, `objection.nameLength`, `objection.contactLength`, `objection.noteLength`, `objection.peopleNumber` */
export function givenBy({ text, name = '', contact = '', note = '', people = 1 }: GivenInput): Given {
  const lines = { name: oneLine(name), contact: oneLine(contact), note: oneLine(note) };
  const plain = textIn(text);
  if (lengthOf(lines.name) > MOST_NAME) throw badInput('objection.nameLength', { most: MOST_NAME });
  if (lengthOf(lines.contact) > MOST_CONTACT) throw badInput('objection.contactLength', { most: MOST_CONTACT });
  if (lengthOf(lines.note) > MOST_NOTE) throw badInput('objection.noteLength', { most: MOST_NOTE });
  if (!Number.isInteger(people) || people < 1 || people > MOST_PEOPLE)
    throw badInput('objection.peopleNumber', { most: MOST_PEOPLE });
  return { text: plain, name: lines.name || null, contact: lines.contact || null, note: lines.note || null, people };
}

/** A field that people do not see: whoever fills it in is a program. */
export const isTrap = (honeypot: string | undefined): boolean => (honeypot ?? '').trim() !== '';

/**
 * The day on which something came at the window or on paper.
 *
 * @param since the first day on which there was something to answer to
 * @throws bad input `objection.receivedOn`
 */
export function assertReceivedOn(receivedOn: string, { since, now }: { readonly since: string; readonly now: number }): void {
  if (!isLocalDate(receivedOn) || receivedOn < since || receivedOn > localDateOf(now))
    throw badInput('objection.receivedOn', { since, until: localDateOf(now) });
}
