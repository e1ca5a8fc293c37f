/** Which of NocoBase's models edits a field of this interface, as its own designer chooses. */
const EDITORS: Readonly<Record<string, string>> = {
  input: 'InputFieldModel',
  email: 'InputFieldModel',
  phone: 'InputFieldModel',
  uuid: 'InputFieldModel',
  url: 'InputFieldModel',
  nanoid: 'InputFieldModel',
  textarea: 'TextareaFieldModel',
  richText: 'RichTextFieldModel',
  color: 'ColorFieldModel',
  number: 'NumberFieldModel',
  integer: 'NumberFieldModel',
  percent: 'PercentFieldModel',
  checkbox: 'CheckboxFieldModel',
  checkboxGroup: 'CheckboxGroupFieldModel',
  radioGroup: 'RadioGroupFieldModel',
  select: 'SelectFieldModel',
  multipleSelect: 'SelectFieldModel',
  date: 'DateOnlyFieldModel',
  datetimeNoTz: 'DateTimeNoTzFieldModel',
  datetime: 'DateTimeTzFieldModel',
  unixTimestamp: 'DateTimeTzFieldModel',
  time: 'TimeFieldModel',
  m2o: 'RecordSelectFieldModel',
  o2o: 'RecordSelectFieldModel',
  oho: 'RecordSelectFieldModel',
  obo: 'RecordSelectFieldModel',
  m2m: 'RecordSelectFieldModel',
  mbm: 'RecordSelectFieldModel',
  o2m: 'SubTableFieldModel',
  attachment: 'UploadFieldModel',
};

const DISPLAYS: Readonly<Record<string, string>> = {
  richText: 'DisplayHtmlFieldModel',
  color: 'DisplayColorFieldModel',
  url: 'DisplayURLFieldModel',
  number: 'DisplayNumberFieldModel',
  integer: 'DisplayNumberFieldModel',
  id: 'DisplayNumberFieldModel',
  snowflakeId: 'DisplayNumberFieldModel',
  percent: 'DisplayPercentFieldModel',
  checkbox: 'DisplayCheckboxFieldModel',
  checkboxGroup: 'DisplayEnumFieldModel',
  radioGroup: 'DisplayEnumFieldModel',
  select: 'DisplayEnumFieldModel',
  multipleSelect: 'DisplayEnumFieldModel',
  date: 'DisplayDateTimeFieldModel',
  datetime: 'DisplayDateTimeFieldModel',
  datetimeNoTz: 'DisplayDateTimeFieldModel',
  unixTimestamp: 'DisplayDateTimeFieldModel',
  createdAt: 'DisplayDateTimeFieldModel',
  updatedAt: 'DisplayDateTimeFieldModel',
  time: 'DisplayTimeFieldModel',
  attachment: 'DisplayPreviewFieldModel',
};

export const editorFor = (fieldInterface: string | null) => EDITORS[fieldInterface ?? ''];
/** Whatever has no display of its own is shown as text; of an associated row that is its title. */
export const displayFor = (fieldInterface: string | null) => DISPLAYS[fieldInterface ?? ''] ?? 'DisplayTextFieldModel';

export const EDITOR_MODELS: ReadonlySet<string> = new Set([
  ...Object.values(EDITORS),
  'SubFormFieldModel',
  'SubFormListFieldModel',
]);
