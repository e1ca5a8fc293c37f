import type { MeetingType } from '@wuxin/ballot-core';
import type { Json } from '@wuxin/bpmn-core';
import { badInput, type ActivityContext } from '@wuxin/plugin-bpmn';
import { z } from 'zod';
import type { MeetingPost, RollUnit, Way } from '../../common/api';
import type { RollSource } from '../rolls';
import type { MeetingConfig } from './config';
import { filterIn, rollFields } from './roll';
import { isFeel } from './value';

const text = z.string().trim().min(1);
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}/)
  .transform((value) => value.slice(0, 10));
const wholeNumber = z.number().int().min(0);
const share = z
  .string()
  .regex(/^[1-9]\d*\/[1-9]\d*$/)
  .transform((value) => {
    const [num = 0, den = 0] = value.split('/').map(Number);
    return { num, den };
  });
const operator = z.enum(['atLeast', 'moreThan']);
const unit = z.enum(['person', 'household']) satisfies z.ZodType<RollUnit>;
const ways = z.enum(['showOfHands', 'rollCall', 'paper', 'phone', 'mixed']) satisfies z.ZodType<Way>;

/** When nobody has said at what time of the planned day: in the morning, in the one zone that China has. */
const MORNING = '09:00:00+08:00';

/** `14:30` of that day, `2026-11-12T14:30`, or a moment with its zone. */
const timeOf = (plannedOn: string): z.ZodType<number, z.ZodTypeDef, unknown> =>
  text
    .transform((written) =>
      /^\d{1,2}:\d{2}(:\d{2})?$/.test(written) ? `${plannedOn}T${written.replace(/^\d:/, '0$&')}` : written,
    )
    .transform((written) => Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(written) ? written : `${written}+08:00`))
    .pipe(z.number().finite());

/** The numbers that a process gives for one meeting. */
export interface GivenNumbers {
  readonly regime: MeetingType['regime'];
  readonly unit: 'person' | 'household';
  readonly quorum: z.output<typeof share> & { readonly operator: z.output<typeof operator> };
  readonly pass: z.output<typeof share> & { readonly operator: z.output<typeof operator>; readonly base: 'due' | 'present' };
  readonly women: { readonly percent: number; readonly onShort: 'warn' | 'block' };
  readonly noticeDays: number;
}

export type AskedRule =
  | { readonly kind: 'key'; readonly type: string; readonly rule: string }
  | { readonly kind: 'given'; readonly numbers: GivenNumbers };

/** A meeting as an element asks for it, every value evaluated and read. */
export interface AskedMeeting {
  readonly title: string;
  readonly venue: string;
  readonly agenda: string;
  readonly motion: { readonly title: string; readonly text: string; readonly way: Way };
  readonly posts: readonly { readonly post: MeetingPost; readonly names: readonly string[] }[];
  readonly rule: AskedRule;
  readonly notBefore: string | null;
  readonly plannedAt: number;
  readonly closesAt: number | null;
  readonly roll: (RollSource & { readonly unit: RollUnit }) | null;
}

/** @throws bad input `ballot.activityValue`, which names the property */
export function askedMeeting({ evaluate }: Pick<ActivityContext, 'evaluate'>, config: MeetingConfig): AskedMeeting {
  const valueOf = (written: string): Json => (isFeel(written) ? evaluate(written.slice(1)) : written);
  const read = <Value>(name: keyof MeetingConfig, schema: z.ZodType<Value, z.ZodTypeDef, unknown>): Value => {
    const parsed = schema.safeParse(valueOf(config[name] ?? ''));
    if (!parsed.success) throw badInput('ballot.activityValue', { property: name });
    return parsed.data;
  };
  const optional = <Value>(name: keyof MeetingConfig, schema: z.ZodType<Value, z.ZodTypeDef, unknown>): Value | null => {
    const value = config[name] === undefined ? null : valueOf(config[name]);
    return value === null || value === '' ? null : read(name, schema);
  };
  const namesIn = (name: keyof MeetingConfig) => (optional(name, text) ?? '').split(',').flatMap((one) => one.trim() || []);
  const { plannedAt, closesAt } = hours();
  return {
    title: read('title', text),
    plannedAt,
    closesAt,
    venue: optional('venue', text) ?? '',
    agenda: optional('agenda', text) ?? '',
    motion: { title: read('motion.title', text), text: optional('motion.text', text) ?? '', way: read('way', ways) },
    posts: [
      { post: 'chair', names: namesIn('chair') },
      { post: 'minuteTaker', names: namesIn('minuteTaker') },
      { post: 'clerk', names: namesIn('clerk') },
      { post: 'teller', names: namesIn('tellers') },
    ],
    rule: config.type !== undefined && config.rule !== undefined ? byKey() : { kind: 'given', numbers: givenNumbers() },
    notBefore: optional('notBefore', day),
    roll: config['roll.collection'] === undefined ? null : roll(),
  };

  function hours(): Pick<AskedMeeting, 'plannedAt' | 'closesAt'> {
    const plannedOn = read('plannedOn', day);
    const time = timeOf(plannedOn);
    const opensAt = optional('opensAt', time) ?? Date.parse(`${plannedOn}T${MORNING}`);
    const closesAt = optional('closesAt', time);
    if (closesAt !== null && closesAt <= opensAt) throw badInput('ballot.activityValue', { property: 'closesAt' });
    return { plannedAt: opensAt, closesAt };
  }

  function roll(): AskedMeeting['roll'] {
    const filter = filterIn(config['roll.filter'] === undefined ? {} : valueOf(config['roll.filter']));
    if (filter === undefined) throw badInput('ballot.activityValue', { property: 'roll.filter' });
    const collection = read('roll.collection', text);
    const fields = rollFields((name) => optional(name, text));
    return { unit: read('unit', unit), collection, filter, fields };
  }

  function byKey(): AskedRule {
    return { kind: 'key', type: read('type', text), rule: read('rule', text) };
  }

  function givenNumbers(): GivenNumbers {
    return {
      regime: read('regime', z.enum(['village', 'urban', 'party', 'owners', 'collective'])),
      unit: read('unit', unit),
      quorum: { ...read('quorum', share), operator: read('quorum.operator', operator) },
      pass: {
        ...read('pass', share),
        operator: read('pass.operator', operator),
        base: read('pass.base', z.enum(['due', 'present'])),
      },
      women: { percent: optional('women.percent', wholeNumber.max(100)) ?? 0, onShort: config['women.short'] },
      noticeDays: optional('noticeDays', wholeNumber) ?? 0,
    };
  }
}
