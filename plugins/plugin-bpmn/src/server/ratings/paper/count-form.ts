import type { Element } from '@wuxin/bpmn-core';
import type { FormContract, FormSchema } from '../../../common/form';
import { badInput } from '../../runtime/errors';
import type { Sheet } from '../sheet';
import type { PaperCount } from './adds-up';

interface Form {
  readonly schema: FormSchema;
  readonly contract: FormContract;
}

const NUMBERS = { issued: 'paperIssued', recovered: 'paperRecovered', valid: 'paperValid', invalid: 'paperInvalid' } as const;

/** `rateDuty` and `good` are counted in `rateDutyGood`. */
export const fieldOf = (item: string, choice: string): string => `${item}${choice.charAt(0).toUpperCase()}${choice.slice(1)}`;

/**
 * The form of a count asks for the four numbers of sheets and for one number of each item and choice of the rating, all of them
 * required whole numbers, and for nothing else.
 *
 * @throws bad input `rating.countForm`, which names the first field that is missing, is none of these or not required
 */
export function countFormOf(element: Pick<Element, 'id' | 'name'>, form: Form | undefined, sheet: Sheet): void {
  const wanted = new Set(fieldsOf(sheet));
  const asked = form?.contract.fields.filter(({ isWritable, isAssigned }) => isWritable || isAssigned) ?? [];
  const isNumber = (name: string) => form?.schema.properties[name]?.type === 'number';
  const odd = asked.find(({ name, kind, isAssigned, isRequired }) => !wanted.has(name) || kind !== 'value' || isAssigned || !isRequired || !isNumber(name)); // prettier-ignore
  const missing = [...wanted].find((field) => !asked.some(({ name }) => name === field));
  const field = odd?.name ?? missing;
  if (field !== undefined) throw badInput('rating.countForm', { elementName: element.name ?? element.id, field });
}

const fieldsOf = (sheet: Sheet): string[] => [
  ...Object.values(NUMBERS),
  ...[...sheet].flatMap(([item, choices]) => choices.map((choice) => fieldOf(item, choice))),
];

/** What a form that was checked says. @throws bad input `rating.paperNumber`, which names the field */
export function countIn(values: Readonly<Record<string, unknown>>, sheet: Sheet): PaperCount {
  const number = (field: string): number => {
    const value = values[field];
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw badInput('rating.paperNumber', { field });
    return value;
  };
  const items = [...sheet].map(
    ([item, choices]) => [item, Object.fromEntries(choices.map((choice) => [choice, number(fieldOf(item, choice))]))] as const,
  );
  return {
    issued: number(NUMBERS.issued),
    recovered: number(NUMBERS.recovered),
    valid: number(NUMBERS.valid),
    invalid: number(NUMBERS.invalid),
    counts: Object.fromEntries(items),
  };
}
