// NocoBase's own translation of a field's `validation` into Joi: forms must mean the same as the repository below them.
import { buildJoiSchema } from '@nocobase/database/lib/utils/field-validation';

type Validation = Parameters<typeof buildJoiSchema>[0];

/** The first thing that is wrong, by Joi's name for it (`string.max`). */
export function joiError(validation: unknown, value: unknown): { type: string; limit: unknown } | null {
  // the declared type of `value` is a string; NocoBase passes whatever the field holds
  const schema = buildJoiSchema(validation as Validation, { value: value as string });
  const [detail] = schema.validate(value).error?.details ?? [];
  return detail ? { type: detail.type, limit: detail.context?.limit ?? null } : null;
}

export function compilesAsJoi(validation: unknown): boolean {
  try {
    buildJoiSchema(validation as Validation, { value: 'x' });
    return true;
  } catch {
    return false;
  }
}
