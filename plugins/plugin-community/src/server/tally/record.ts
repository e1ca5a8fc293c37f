import type { CountsInput } from '@wuxin/ballot-core';
import type { Variables } from '@wuxin/bpmn-core';
import { CommunityError } from '../errors';
import type { TallyConfig } from './config';
import type { MeetingForm } from './rule';

/** What the record says about one meeting. */
export interface MeetingRecord {
  readonly form: MeetingForm;
  readonly heldOn: string;
  readonly counts: CountsInput;
}

/** @throws CommunityError `tally.formMissing`, `tally.dateMissing`, `tally.countMissing` */
export function readMeeting(record: Variables, config: TallyConfig): MeetingRecord {
  const form = record[config['field.form']];
  if (form !== 'full' && form !== 'households') throw new CommunityError('tally.formMissing', 400, { form });
  return { form, heldOn: readDay(record, config['field.heldOn']), counts: readCounts(record, config, form) };
}

function readCounts(record: Variables, config: TallyConfig, form: MeetingForm): CountsInput {
  const count = (name: Exclude<keyof TallyConfig, 'field.sentenceEn' | 'notBefore'>) => readCount(record, config[name]);
  const due = count('field.due');
  const present = count('field.present');
  const people = form === 'full' ? { due, present } : { households: due, householdsPresent: present };
  return {
    ...people,
    womenPresent: count('field.womenPresent'),
    approve: count('field.approve'),
    oppose: count('field.oppose'),
    abstain: count('field.abstain'),
    invalid: count('field.invalid'),
    notVoting: count('field.notVoting'),
  };
}

/** The day of a meeting, `YYYY-MM-DD`. @throws CommunityError `tally.dateMissing` */
export function readDay(record: Variables, field: string): string {
  const heldOn = record[field];
  if (typeof heldOn !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(heldOn))
    throw new CommunityError('tally.dateMissing', 400, { heldOn });
  return heldOn.slice(0, 10);
}

/** @throws CommunityError `tally.countMissing` */
export function readCount(record: Variables, field: string): number {
  const value = record[field];
  if (typeof value !== 'number') throw new CommunityError('tally.countMissing', 400, { field });
  return value;
}
