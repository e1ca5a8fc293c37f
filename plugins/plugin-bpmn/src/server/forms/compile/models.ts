import { EDITOR_MODELS, type FormNode, modelOf } from '../../../common/form';
import type { FormReason } from '../problems';

/** Blocks beside the form, and items inside it, that only show something. */
const DECORATIONS = new Set(['MarkdownBlockModel', 'MarkdownItemModel', 'DividerItemModel']);
const DISPLAYS = new Set([
  'DisplayTextFieldModel',
  'DisplayNumberFieldModel',
  'DisplayPercentFieldModel',
  'DisplayEnumFieldModel',
  'DisplayCheckboxFieldModel',
  'DisplayColorFieldModel',
  'DisplayDateTimeFieldModel',
  'DisplayTimeFieldModel',
  'DisplayHtmlFieldModel',
  'DisplayTitleFieldModel',
  'DisplayURLFieldModel',
  'DisplayIconFieldModel',
  'DisplayPreviewFieldModel',
]);

export const isDecoration = (node: FormNode) => DECORATIONS.has(modelOf(node));
export const isEditor = (model: string) => EDITOR_MODELS.has(model);
export const isDisplay = (model: string) => DISPLAYS.has(model);
export const isRowsEditor = (model: string) =>
  model === 'SubTableFieldModel' || model === 'SubFormFieldModel' || model === 'SubFormListFieldModel';

/** Scripts are named as such: they are what administrators ask about first. */
export function refusalOf(model: string): FormReason {
  if (/^JS|JS[A-Z]|RunJS/.test(model)) return 'script';
  return model.startsWith('Reference') ? 'reference' : 'model';
}
