import type { FormNode } from '../../common/form';
import { type Locale, textOf } from '../runtime/texts';

/** Why a part of a form cannot be compiled. Each has a text `form.reason.<reason>`. */
export type FormReason =
  | 'missing'
  | 'noForm'
  | 'severalForms'
  | 'model'
  | 'script'
  | 'eventFlow'
  | 'reference'
  | 'collection'
  | 'unknownField'
  | 'fieldName'
  | 'duplicate'
  | 'component'
  | 'fieldOfAssociation'
  | 'sharedRows'
  | 'ownedRows'
  | 'fileCollection'
  | 'quickCreate'
  | 'selectExisting'
  | 'optionScope'
  | 'validation'
  | 'ruleAction'
  | 'ruleTarget'
  | 'ruleVariable'
  | 'ruleOperator'
  | 'ruleValue'
  | 'ruleCycle';

export interface FormProblem {
  /** What the administrator sees in the form: a field's label, a rule's title; else the model's name. */
  item: string;
  uid: string;
  reason: FormReason;
  /** The exact thing: an operator, a variable, a model. */
  detail: string | null;
}

/** Gathers every problem of one form, so that an administrator sees all of them at once. */
export class Problems {
  readonly list: FormProblem[] = [];

  add(node: Pick<FormNode, 'uid'>, item: string, reason: FormReason, detail: string | null = null): void {
    this.list.push({ uid: node.uid, item, reason, detail });
  }
}

/** One plain sentence for the administrator. */
export function formProblemText(locale: Locale, { item, reason, detail }: FormProblem): string {
  const text = textOf(locale, 'form.problem', { item, reason: textOf(locale, `form.reason.${reason}`) });
  return detail === null || detail === item ? text : `${text} [${detail}]`;
}
