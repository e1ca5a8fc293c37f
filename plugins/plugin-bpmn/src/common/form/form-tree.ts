import type { CollectionInfo, CollectionReader } from './collection';
import { displayFor, editorFor } from './components';
import { type FormNode, type StepParams, TASK_FORM_MODEL, TASK_GRID_MODEL } from './tree';

/** One field of a described form. */
export interface FieldDescription {
  field: string;
  pattern?: 'editable' | 'readOnly';
  required?: boolean;
  label?: string;
  help?: string;
  /** Of 24; fields of a row without a width share what is left. */
  width?: number;
  /** For rows that belong to the record: the columns of the sub-table. */
  columns?: FieldDescription[];
  /** Rows that are there are filled in; none is added or removed. */
  fixedRows?: boolean;
}

/** A task form in a few lines, as content packs write it. */
export interface FormDescription {
  collection: string;
  title?: string;
  /** Markdown above the form. */
  intro?: string;
  rows: FieldDescription[][];
}

const WHOLE_ROW = 24;

/**
 * The flow-model tree of a described form. Uids are made of `uid` and field names, so that the same description always
 * gives the same tree.
 *
 * @example formTree({ collection: 'covenants', rows: [[{ field: 'title', pattern: 'readOnly' }], [{ field: 'opinion', required: true }]] },
 *   { uid: draftFormUid('covenant', 'Review'), collections })
 */
export function formTree(
  description: FormDescription,
  { uid, collections }: { uid: string; collections: CollectionReader },
): FormNode {
  const collection = collections(description.collection);
  if (!collection) throw new Error(`unknown collection: ${description.collection}`);
  const grid = `${uid}_grid`;
  const itemUid = (field: string) => `${grid}_${field.replaceAll('.', '_')}`;
  const form: FormNode = {
    uid: `${uid}_form`,
    use: TASK_FORM_MODEL,
    stepParams: {
      resourceSettings: { init: { dataSourceKey: 'main', collectionName: description.collection } },
      ...(description.title ? { cardSettings: { titleDescription: { title: description.title } } } : {}),
    },
    subModels: {
      grid: {
        uid: grid,
        use: 'FormGridModel',
        stepParams: { gridSettings: { grid: layoutOf(description.rows, itemUid) } },
        subModels: {
          items: description.rows
            .flat()
            .map((field) => itemNode({ field, collection, collections, root: collection.name, uid: itemUid(field.field) })),
        },
      },
    },
  };
  return { uid, use: TASK_GRID_MODEL, subModels: { items: [...introOf(description, uid), form] } };
}

function introOf({ intro }: FormDescription, uid: string): FormNode[] {
  if (!intro) return [];
  return [
    {
      uid: `${uid}_intro`,
      use: 'MarkdownBlockModel',
      stepParams: { markdownBlockSettings: { editMarkdown: { content: intro } } },
    },
  ];
}

function layoutOf(rows: FieldDescription[][], itemUid: (field: string) => string): StepParams {
  const keys = rows.map((_, index) => `row${index + 1}`);
  const entries = <Value>(value: (row: FieldDescription[]) => Value) =>
    Object.fromEntries(rows.map((row, index) => [keys[index] ?? '', value(row)]));
  return { rows: entries((row) => row.map(({ field }) => [itemUid(field)])), sizes: entries(widthsOf), rowOrder: keys };
}

function widthsOf(row: FieldDescription[]): number[] {
  const given = row.reduce((sum, { width }) => sum + (width ?? 0), 0);
  const open = row.filter(({ width }) => width === undefined).length;
  return row.map(({ width }) => width ?? Math.max(1, Math.floor((WHOLE_ROW - given) / open)));
}

interface NodeInput {
  field: FieldDescription;
  collection: CollectionInfo;
  collections: CollectionReader;
  /** NocoBase names the form's own collection in every field, also below rows. */
  root: string;
  uid: string;
  prefix?: string;
}

function itemNode({ field, collection, collections, root, uid, prefix = '' }: NodeInput): FormNode {
  const isColumn = prefix !== '';
  const flow = isColumn ? 'subTableColumnSettings' : 'editItemSettings';
  const path = prefix + field.field;
  const init = { dataSourceKey: 'main', collectionName: root, fieldPath: path };
  const settings: Record<string, StepParams> = {
    ...(field.label ? (isColumn ? { title: { title: field.label } } : { label: { label: field.label } }) : {}),
    ...(field.help ? (isColumn ? { tooltip: { tooltip: field.help } } : { description: { description: field.help } }) : {}),
    ...(field.required ? { required: { required: true } } : {}),
    ...(field.pattern === 'readOnly' ? { pattern: { pattern: field.columns ? 'disabled' : 'readPretty' } } : {}),
  };
  return {
    uid,
    use: isColumn ? 'SubTableColumnModel' : 'FormItemModel',
    stepParams: { fieldSettings: { init }, ...(Object.keys(settings).length > 0 ? { [flow]: settings } : {}) },
    subModels: { field: fieldNode({ field, collection, collections, root, uid: `${uid}_field`, prefix: `${path}.` }, init) },
  };
}

function fieldNode({ field, collection, collections, root, uid, prefix = '' }: NodeInput, init: StepParams): FormNode {
  const info = collection.fields.get(field.field);
  const fieldInterface = info?.interface ?? null;
  const isShown = field.pattern === 'readOnly' && !field.columns;
  const use = isShown ? displayFor(fieldInterface) : editorFor(fieldInterface);
  if (!use) throw new Error(`no component for ${collection.name}.${field.field} (${fieldInterface ?? 'no interface'})`);
  const target = info?.target ? collections(info.target) : undefined;
  const columns =
    target &&
    field.columns?.map((column) =>
      itemNode({ field: column, collection: target, collections, root, uid: `${uid}_${column.field}`, prefix }),
    );
  return {
    uid,
    use,
    ...(isShown && target ? { props: { titleField: info?.labelField ?? target.titleField } } : {}),
    stepParams: { fieldSettings: { init }, ...withoutForeignRights(use, field.fixedRows) },
    ...(columns ? { subModels: { columns } } : {}),
  };
}

/** Choosing from existing rows and files needs rights on their collections, which holders of a task do not have. */
function withoutForeignRights(use: string, hasFixedRows = false): Record<string, Record<string, StepParams>> {
  const off = { allowSelectExistingRecord: { allowSelectExistingRecord: false } };
  if (use === 'UploadFieldModel') return { uploadSettings: off };
  const fixed = { allowAddNew: { allowAddNew: false }, allowDisassociation: { allowDisassociation: false } };
  return use === 'SubTableFieldModel' ? { subTableColumnSettings: { ...off, ...(hasFixedRows ? fixed : {}) } } : {};
}
