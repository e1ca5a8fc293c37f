import type { Json } from '@wuxin/bpmn-core';
import { z } from 'zod';
import { toJson } from '../../records';

const text = z.union([z.string(), z.number()]).transform(String);
const optionalText = z
  .union([z.string(), z.number(), z.null()])
  .optional()
  .transform((value) => (value === null || value === undefined || value === '' ? undefined : String(value)));

/** The form gives a list of names and values; a configuration written by hand may be an object. */
const variables = z
  .union([z.array(z.object({ name: z.string().min(1), value: z.unknown() })), z.record(z.string(), z.unknown())])
  .nullish()
  .transform((given): Record<string, Json> => {
    const entries = Array.isArray(given) ? given.map(({ name, value }) => [name, value] as const) : Object.entries(given ?? {});
    return Object.fromEntries(entries.map(([name, value]) => [name, toJson(value)]));
  });

export const StartConfig = z.object({
  processKey: text,
  title: optionalText,
  placeId: optionalText,
  businessKey: optionalText,
  starterId: z.coerce.number().int().positive().nullish(),
  variables,
  waitForEnd: z.boolean().nullish(),
});

export const MessageConfig = z.object({
  name: text,
  correlationKey: optionalText,
  instanceId: optionalText,
  variables,
  /** Nobody waits: the workflow goes on all the same. */
  ignoreNobody: z.boolean().nullish(),
});

/** NocoBase asks before it saves a node: the names of the fields that are missing, with a reason each. */
export function missing(config: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, string> | null {
  const empty = names.filter((name) => config[name] === undefined || config[name] === null || config[name] === '');
  return empty.length > 0 ? Object.fromEntries(empty.map((name) => [name, `${name} is required`])) : null;
}
