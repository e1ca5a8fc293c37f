import { isAssociation, isToMany } from '../../../common/form';
import type { Compilation, CompiledField, Place } from './compilation';
import type { Item } from './item';

/** `household.address`: a column of an associated row, which a form may show but never write. */
export function shownField(item: Item, place: Place, { collections, problems }: Compilation): CompiledField | undefined {
  const [name = '', column = '', ...deeper] = item.name.split('.');
  const association = place.collection.fields.get(name);
  const target =
    association && isAssociation(association) && !isToMany(association) ? collections(association.target ?? '') : undefined;
  const info = target?.fields.get(column);
  if (!target || !info || deeper.length > 0 || isAssociation(info))
    return void problems.add(item.node, item.label, 'unknownField', item.name);
  if (item.isEditable) return void problems.add(item.node, item.label, 'fieldOfAssociation', item.name);
  const shown = { label: item.label, isWritable: false, isRequired: false, isAssigned: false };
  return {
    field: {
      ...shown,
      kind: 'shown',
      name,
      target: target.name,
      keyField: target.keyField,
      columns: [{ ...shown, kind: 'value', name: column }],
    },
    schema: { 'type': 'object', 'title': item.label, 'x-pattern': 'readOnly', 'properties': {} },
  };
}
