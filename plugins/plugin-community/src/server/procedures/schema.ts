import { z } from 'zod';

/** The JSON of a procedure folder, as workflows/README.md describes it. */

const name = z.string().regex(/^[a-z][A-Za-z0-9]*$/);
const text = z.string().trim().min(1);
const limit = z.union([z.number(), z.string().regex(/^\d+\/[1-9]\d*$/)]).nullish();

const option = z.object({ value: text, label: text, labelEn: text }).strict();

const titled = { name, title: text, titleEn: text };
const field = z.discriminatedUnion('interface', [
  z.object({ ...titled, interface: z.enum(['input', 'date', 'attachment']) }).strict(),
  // `english`: the field that says the same in English, for what the system writes in both languages
  z.object({ ...titled, interface: z.literal('textarea'), english: name.optional() }).strict(),
  z.object({ ...titled, interface: z.literal('integer'), minimum: z.number().int().optional() }).strict(),
  z.object({ ...titled, interface: z.enum(['select', 'multipleSelect']), options: z.array(option).min(1) }).strict(),
  z.object({ ...titled, interface: z.literal('o2m'), target: name, foreignKey: name }).strict(),
  z.object({ ...titled, interface: z.literal('m2o'), target: name, foreignKey: name, labelField: name }).strict(),
]);

const collection = z.object({ ...titled, titleField: name, fields: z.array(field).min(1) }).strict();

const parameter = z
  .object({
    key: text,
    name: text,
    nameEn: text,
    defaultValue: z.union([z.number(), z.string(), z.boolean()]),
    unit: text.nullish(),
    /** All values that it can have. */
    options: z.array(option).min(1).optional(),
    floor: limit,
    ceiling: limit,
    limitKind: z.enum(['statutory', 'policy']).nullish(),
    /** Within a statutory floor or ceiling. */
    policyFloor: limit,
    policyCeiling: limit,
    source: text,
    sourceEn: text.optional(),
    certainty: z.enum(['found', 'known', 'unsure']),
    levels: z.array(text),
    needsApprover: z.boolean().optional(),
  })
  .strict();

const postDefinition = z.object({ key: name, name: text, nameEn: text, level: text }).strict();

const template = z
  .object({
    key: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
    name: text,
    nameEn: text,
    /** A placeholder: only cases in which it has a value know the document. */
    onlyWith: text.nullable().default(null),
    /** Who may print it: those who took part in the case, or everybody who sees it, such as supervisors. */
    readers: z.enum(['participants', 'case']).default('participants'),
    /** Placeholders that must have a value before there is anything to print. */
    needs: z.array(text).default([]),
  })
  .strict();

export const procedureSchema = z
  .object({
    schema: z.literal(1),
    key: name,
    name: text,
    nameEn: text,
    description: text,
    descriptionEn: text,
    /** The BPMN file. */
    process: text,
    recordCollection: name,
    /** Targets of sub-tables and the record collection itself. */
    collections: z.array(collection).min(1),
    parameters: z.array(parameter),
    /** Keys; each is `decisions/<key>.json`. */
    decisions: z.array(text),
    posts: z.array(postDefinition),
    /** Element ids of user tasks; each is `forms/<id>.form.json`. */
    forms: z.array(text),
    /** Documents of a case; each is made from `templates/<key>.docx`. */
    templates: z.array(template).default([]),
  })
  .strict();

const formCell = z.object({
  field: name,
  pattern: z.enum(['editable', 'readOnly']).optional(),
  required: z.boolean().optional(),
  label: text.optional(),
  labelEn: text.optional(),
  help: text.optional(),
  helpEn: text.optional(),
  /** Of 24. */
  width: z.number().int().min(1).max(24).optional(),
});
const formField = formCell
  .extend({ columns: z.array(formCell.strict()).min(1).optional(), fixedRows: z.boolean().optional() })
  .strict();

export const formSchema = z
  .object({
    collection: name,
    title: text.optional(),
    titleEn: text.optional(),
    intro: text.optional(),
    introEn: text.optional(),
    rows: z.array(z.array(formField).min(1)).min(1),
  })
  .strict();

export type ProcedureDefinition = z.output<typeof procedureSchema>;
export type CollectionDefinition = ProcedureDefinition['collections'][number];
export type FieldDefinition = CollectionDefinition['fields'][number];
export type PostDefinition = ProcedureDefinition['posts'][number];
/** The compact description of a task form. */
export type FormDescription = z.output<typeof formSchema>;
