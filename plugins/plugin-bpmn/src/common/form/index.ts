export { type CollectionInfo, type CollectionReader, type FieldInfo, isAssociation, isToMany } from './collection';
export { EDITOR_MODELS } from './components';
export {
  type Condition,
  type ConditionOperator,
  type FieldOperand,
  holds,
  isConditionOperator,
  isDateOperator,
  operandsOf,
  type ReadOperand,
} from './condition';
export {
  type ContractField,
  contractPaths,
  fieldAt,
  FILE_COLUMNS,
  type FilesField,
  type FormContract,
  hasColumns,
  type OptionScope,
  type PickField,
  type RowsField,
  type ShownField,
  type ValueField,
} from './contract';
export { type FieldDescription, type FormDescription, formTree } from './form-tree';
export type { Effect, FieldRule, FieldSchema, FormSchema, Reaction, ValueType } from './schema';
export { textsOf, withTexts } from './texts';
export {
  childNodes,
  descendants,
  draftFormUid,
  type FormNode,
  modelOf,
  type StepParams,
  stepParams,
  TASK_FORM_MODEL,
  TASK_GRID_MODEL,
} from './tree';
