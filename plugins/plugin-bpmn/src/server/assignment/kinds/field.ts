import type { Json, Variables } from '@wuxin/bpmn-core';
import { userIdIn, userKey } from '../keys';
import { badValue } from '../refusals';
import type { AssignmentContext, GroupKey } from '../types';
import { pointingKind } from './pointing-kind';

/** A field of the record that holds a user, several users, or their ids; `office.head` looks inside an association. */
export const field = pointingKind({
  kind: 'field',
  groupKeysFor: async (_tx, path, context) => keysIn(readPath(context.record, path), path, context),
});

function readPath(record: Variables | null, path: string): Json {
  const names = path.split('.');
  const last = names.pop() ?? '';
  const holder = names.reduce<Json>((value, name) => member(value, name) ?? null, record);
  // an association that was not loaded is still known by its foreign key
  return member(holder, last) ?? member(holder, `${last}Id`) ?? null;
}

function member(value: Json, name: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function keysIn(value: Json, path: string, context: AssignmentContext): readonly GroupKey[] {
  if (value === null) return [];
  if (isList(value)) return value.flatMap((item) => keysIn(item, path, context));
  const id = userIdIn(isObject(value) ? value['id'] : value);
  if (id === null) throw badValue(context.element, 'field', path);
  return [userKey(id)];
}

function isObject(value: Json): value is Variables {
  return typeof value === 'object' && value !== null && !isList(value);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
