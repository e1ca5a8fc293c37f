import { type DataField, type GeneralField, isDataField } from '@formily/core';
import { type Effect, type FieldOperand, type FieldSchema, holds } from '../../../common/form';
import { isRow } from './submission';

interface State {
  isVisible: boolean;
  isRequired: boolean;
  isEditable: boolean;
  choice: (string | number)[] | null;
  assigned: { value: unknown } | null;
}

/** The rules of one field as one Formily reaction: plain functions over plain data, later rules win as in the browser. */
export function reactionOf(schema: FieldSchema): (field: GeneralField) => void {
  const reactions = schema['x-reactions'] ?? [];
  const base: State = {
    isVisible: true,
    isRequired: schema.required === true,
    isEditable: schema['x-pattern'] !== 'readOnly',
    choice: null,
    assigned: null,
  };
  return (field) => {
    if (!isDataField(field)) return;
    const read = (operand: FieldOperand): unknown => {
      const base = operand.scope === 'row' ? field.address.parent().toString() : '';
      return field.form.getValuesIn(base ? `${base}.${operand.path}` : operand.path);
    };
    const state = reactions.filter(({ when }) => holds(when, read)).reduce((so, { effect }) => after(so, effect, read), base);
    show(field, state);
  };
}

function after(state: State, effect: Effect, read: (operand: FieldOperand) => unknown): State {
  switch (effect.kind) {
    case 'visible':
      return { ...state, isVisible: effect.isVisible };
    case 'concealed':
      return { ...state, isRequired: false };
    case 'required':
      return { ...state, isRequired: effect.isRequired };
    case 'editable':
      return { ...state, isEditable: effect.isEditable };
    case 'choice':
      return { ...state, choice: effect.choice };
    case 'value':
      return effect.whenEmpty
        ? state
        : { ...state, assigned: { value: 'constant' in effect.value ? effect.value.constant : read(effect.value) } };
  }
}

function show(field: DataField, state: State): void {
  field.setDisplay(state.isVisible ? 'visible' : 'none');
  // Formily skips validators of fields that are not editable; a value that a rule sets is checked like any other
  field.setPattern(state.isEditable || state.assigned ? 'editable' : 'readOnly');
  field.setRequired(state.isRequired);
  field.setData({
    ...(isRow(field.data) ? field.data : {}),
    choice: state.choice,
    isEditable: state.isEditable,
    isAssigned: state.assigned !== null,
  });
  // not `field.value`: a field that is still being created keeps a value that it already has
  if (state.assigned && state.isVisible) field.form.setValuesIn(field.path, state.assigned.value);
}
