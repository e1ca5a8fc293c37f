import type { Database } from '@nocobase/database';
import { badInput, BpmnError } from '@wuxin/plugin-bpmn';
import { z } from 'zod';
import { missingOfRoll, ROLL_SETTINGS, rollProblems, type ConfigProblem } from './roll';
import { value } from './value';

const NUMBERS = ['quorum', 'pass'] as const;

const schema = z
  .object({
    'title': value,
    /** The day for which it is called, `YYYY-MM-DD`; it can be put off while it is prepared. */
    'plannedOn': value,
    'venue': value.optional(),
    'agenda': value.optional(),
    'motion.title': value,
    'motion.text': value.optional(),
    'way': value.default('showOfHands'),
    /** Posts at the place of the case, or `role:clerk`; several are separated by commas. */
    'chair': value,
    'minuteTaker': value.optional(),
    'clerk': value.optional(),
    'tellers': value.optional(),
    /** A meeting type and one of its rules, by their keys; without them the numbers are given. */
    'type': value.optional(),
    'rule': value.optional(),
    /** Shares such as `2/3`. */
    'quorum': value.optional(),
    'quorum.operator': value.default('atLeast'),
    'pass': value.optional(),
    'pass.operator': value.default('moreThan'),
    'pass.base': value.default('present'),
    /** `person` or `household`. */
    'unit': value.default('person'),
    /** Whole per cent of those present; 0 asks for none. */
    'women.percent': value.optional(),
    'women.short': z.enum(['warn', 'block']).default('warn'),
    /** Under which law it is held: who is on two rolls is asked within it. */
    'regime': value.default('urban'),
    'noticeDays': value.optional(),
    'notBefore': value.optional(),
    /** When the meeting begins and until when phones are answered: a time of the planned day, `14:30`, or a day with its time. */
    'opensAt': value.optional(),
    'closesAt': value.optional(),
    ...ROLL_SETTINGS,
  })
  .strict()
  .superRefine((config, context) => {
    const isByKey = config.type !== undefined && config.rule !== undefined;
    const missing = isByKey ? [] : NUMBERS.filter((name) => config[name] === undefined);
    for (const name of [...missing, ...missingOfRoll(config)]) {
      context.addIssue({ code: 'custom', path: [name], message: 'missing' });
    }
  });

/** The `wuxin:config` of a `meeting` activity: values as they stand there, FEEL not yet evaluated. */
export type MeetingConfig = z.output<typeof schema>;

/** @throws bad input `ballot.activityConfig`, which names the property */
export function readMeetingConfig(config: unknown): MeetingConfig {
  const parsed = schema.safeParse(config ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const [unknown] = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  throw badInput('ballot.activityConfig', { property: unknown ?? issue?.path.join('.') ?? '' });
}

/** What the check of a drawing says of it. */
export function configProblems(config: unknown, db: Database): ConfigProblem[] {
  try {
    return rollProblems(readMeetingConfig(config), db);
  } catch (error) {
    if (!(error instanceof BpmnError)) throw error;
    return [{ code: error.code, data: { property: String(error.data.property) } }];
  }
}
