/** Fields of our own collections as administrators see them in the data source manager. */

const NAMESPACE = '@wuxin/plugin-community';

/** A text of our locale files, which NocoBase translates when it shows it. */
export const labelled = (key: string) => `{{t("${key}", { ns: "${NAMESPACE}" })}}`;

export const idField = () => ({
  type: 'bigInt' as const,
  name: 'id',
  autoIncrement: true,
  primaryKey: true,
  allowNull: false,
  interface: 'id',
  uiSchema: { 'type': 'number', 'title': '{{t("ID")}}', 'x-component': 'InputNumber', 'x-read-pretty': true },
});

export const textField = (name: string, title: string) => ({
  type: 'string' as const,
  name,
  interface: 'input',
  uiSchema: { 'type': 'string', 'title': labelled(title), 'x-component': 'Input' },
});

export const dateField = (name: string, title: string) => ({
  type: 'dateOnly' as const,
  name,
  interface: 'date',
  uiSchema: { 'type': 'string', 'title': labelled(title), 'x-component': 'DatePicker', 'x-component-props': { dateOnly: true } },
});

interface Pick {
  readonly name: string;
  readonly target: string;
  readonly title: string;
  /** Field of the target that is shown. */
  readonly label: string;
  readonly foreignKey?: string;
  readonly targetKey?: string;
  readonly keyType?: 'bigInt' | 'string';
}

/** A many-to-one association with its foreign key as a field of its own, as the data source manager makes them. */
export function pickField({ name, target, title, label, foreignKey = `${name}Id`, targetKey = 'id', keyType = 'bigInt' }: Pick) {
  return [
    { type: keyType, name: foreignKey, isForeignKey: true },
    {
      type: 'belongsTo' as const,
      name,
      target,
      foreignKey,
      targetKey,
      interface: 'm2o',
      uiSchema: {
        'type': 'object',
        'title': labelled(title),
        'x-component': 'AssociationField',
        'x-component-props': { multiple: false, fieldNames: { label, value: targetKey } },
      },
    },
  ];
}

export function parentField(collection: string, title: string) {
  const [foreignKey, parent] = pickField({ name: 'parent', target: collection, title, label: 'name' });
  const children = { type: 'hasMany' as const, name: 'children', target: collection, foreignKey: 'parentId', treeChildren: true };
  return [{ ...foreignKey, name: 'parentId' }, { ...parent, treeParent: true }, children];
}
