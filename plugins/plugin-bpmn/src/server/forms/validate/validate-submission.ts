import type { Form } from '@formily/core';
import { type ContractField, fieldAt, type FormContract, type FormSchema } from '../../../common/form';
import { badInput } from '../../runtime/errors';
import { buildForm } from './build-form';
import { merged, valuesOfRecord } from './record-values';
import { wrongRows } from './row-keys';
import { readComplaint } from './rules';
import { type InvalidField, isRow, readSubmission, type Values } from './submission';

export interface SubmissionInput {
  schema: FormSchema;
  contract: FormContract;
  /** What the person sent. */
  data: Values;
  /** The record as `readForTask` reads it, before the change. */
  record: Values;
  /** The outcome does not ask for required fields (a return, a refusal). */
  skipsRequired?: boolean;
}

/**
 * Checks a submission against the published form. Gives the values to write in the shape that `planRecordWrite` takes:
 * without what conditions hide or lock, with what rules of the form set.
 * @throws `task.fieldNotInForm`, `task.fieldReadOnly` with `paths`; `task.invalidData` with `fields`
 */
export async function validateSubmission(input: SubmissionInput): Promise<Values> {
  const { schema, contract, data, record, skipsRequired = false } = input;
  const sent = readSubmission(contract.fields, data);
  if (sent.notInForm.length > 0)
    throw badInput('task.fieldNotInForm', { paths: sent.notInForm, path: sent.notInForm.join(', ') });
  if (sent.readOnly.length > 0)
    throw badInput('task.fieldReadOnly', { paths: sent.readOnly, ...pathsInWords(contract, sent.readOnly) });
  const before = valuesOfRecord(contract.fields, record);
  const structural = [...sent.invalid, ...wrongRows(contract.fields, before, sent.values)];
  if (structural.length > 0) throw invalid(contract, structural);
  const form = buildForm(schema, merged(contract.fields, before, sent.values));
  try {
    await validated(form);
    const wrong = complaintsOf(form, contract).filter(({ code }) => !(skipsRequired && code === 'required'));
    if (wrong.length > 0) throw invalid(contract, wrong);
    return outcomeOf(contract.fields, sent.values, form, '');
  } finally {
    form.onUnmount();
  }
}

/** It rejects with the feedback that is read afterwards. */
async function validated(form: Form): Promise<void> {
  await (form.validate() as Promise<unknown>).catch(() => undefined);
}

const invalid = (contract: FormContract, fields: InvalidField[]) => {
  const english = fields.map(({ path, label }) => fieldAt(contract.fields, withoutIndexes(path))?.labelEn ?? label);
  return badInput('task.invalidData', {
    fields,
    labels: fields.map(({ label }) => label).join('、'),
    labelsEn: english.join(', '),
  });
};

function labelOf(contract: FormContract, path: string): string {
  return fieldAt(contract.fields, withoutIndexes(path))?.label ?? path;
}

function pathsInWords(contract: FormContract, paths: string[]): { path: string; pathEn: string } {
  const english = paths.map((path) => fieldAt(contract.fields, withoutIndexes(path))?.labelEn ?? labelOf(contract, path));
  return { path: paths.map((path) => labelOf(contract, path)).join('、'), pathEn: english.join(', ') };
}

const withoutIndexes = (path: string) => path.replace(/\.\d+(?=\.|$)/g, '');

function complaintsOf(form: Form, contract: FormContract): InvalidField[] {
  return form.queryFeedbacks({ type: 'error' }).flatMap(({ path = '', messages = [] }) => {
    const label = labelOf(contract, String(path));
    return messages.map((message: unknown) => ({ path: String(path), label, ...readComplaint(String(message)) }));
  });
}

/** What of the submission is to be written, once the conditions have spoken. */
function outcomeOf(fields: readonly ContractField[], sent: Values, form: Form, prefix: string): Values {
  const values: Values = {};
  for (const field of fields) {
    const path = prefix + field.name;
    const state = stateAt(form, path);
    const isSent = Object.hasOwn(sent, field.name) && state.isEditable;
    if (!state.isVisible || !(isSent || state.isAssigned)) continue;
    values[field.name] =
      field.kind === 'rows' ? rowsOutcome(field, sent[field.name], form, path) : (form.getValuesIn(path) ?? null);
  }
  return values;
}

function rowsOutcome(field: Extract<ContractField, { kind: 'rows' }>, sent: unknown, form: Form, path: string): unknown {
  const outcome = (row: unknown, at: string): Values => {
    const columns = isRow(row) ? row : {};
    const key = columns[field.keyField];
    return {
      ...(key === undefined || key === null ? {} : { [field.keyField]: key }),
      ...outcomeOf(field.columns, columns, form, `${at}.`),
    };
  };
  if (field.isMany) return Array.isArray(sent) ? sent.map((row: unknown, index) => outcome(row, `${path}.${index}`)) : [];
  return isRow(sent) ? outcome(sent, path) : null;
}

function stateAt(form: Form, path: string): { isVisible: boolean; isEditable: boolean; isAssigned: boolean } {
  const field = form.query(path).take();
  const data: unknown = field?.data;
  return {
    isVisible: field?.display !== 'none',
    isEditable: isRow(data) ? data.isEditable === true : false,
    isAssigned: isRow(data) ? data.isAssigned === true : false,
  };
}
