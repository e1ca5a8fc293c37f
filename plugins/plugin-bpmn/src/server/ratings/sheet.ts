import type { Element } from '@wuxin/bpmn-core';
import type { FormContract, FormSchema } from '../../common/form';
import { badInput } from '../runtime/errors';

/** What a rater chooses from, by item. */
export type Sheet = ReadonlyMap<string, readonly string[]>;

interface Form {
  readonly schema: FormSchema;
  readonly contract: FormContract;
}

/**
 * The items of a rating's form with their choices. Only choices can be summed up, and what somebody leaves empty would tell them
 * apart: every field that is not merely shown is one choice and required.
 *
 * @throws bad input `rating.form`, which names the first field that is not
 */
export function sheetOf(element: Pick<Element, 'id' | 'name'>, form: Form | undefined): Sheet {
  const elementName = element.name ?? element.id;
  const asked = form?.contract.fields.filter(({ isWritable, isAssigned }) => isWritable || isAssigned) ?? [];
  if (!form || asked.length === 0) throw badInput('rating.form', { elementName, field: '' });
  return new Map(
    asked.map(({ name, label, kind, isAssigned, isRequired }) => {
      const schema = form.schema.properties[name];
      const choices = kind === 'value' && schema?.type === 'string' ? (schema.enum ?? []) : [];
      if (choices.length < 2 || isAssigned || !isRequired) throw badInput('rating.form', { elementName, field: label });
      return [name, choices.map(({ value }) => String(value))];
    }),
  );
}
