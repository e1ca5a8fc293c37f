import type { Graph } from '@wuxin/bpmn-core';

const PREFIX = 'startVariable.';
const LABEL = /\.label(En)?$/;
const FIELD_PREFIX = 'startField.';

export const START_VARIABLE_TYPES = ['text', 'number', 'boolean', 'date'] as const;
export type StartVariableType = (typeof START_VARIABLE_TYPES)[number];

export interface StartVariable {
  readonly name: string;
  readonly type: StartVariableType;
  readonly isRequired: boolean;
  /** What people call it, where the process says so. */
  readonly label: string | undefined;
  readonly labelEn: string | undefined;
}

/** A declaration that says no known type. */
export interface UnreadableStartVariable {
  readonly name: string;
  readonly declared: string;
}

/**
 * The variables that a person may give who starts a process: properties of the process such as
 * `<wuxin:property name="startVariable.year" value="number required" />`, each with a label for people in
 * `startVariable.year.label` and `startVariable.year.labelEn`.
 */
export function startVariablesOf(graph: Graph, processKey: string) {
  const variables: StartVariable[] = [];
  const unreadable: UnreadableStartVariable[] = [];
  const properties = new Map(Object.entries(graph.processes[processKey]?.settings.config ?? {}));
  for (const [key, declared] of properties) {
    if (!key.startsWith(PREFIX) || LABEL.test(key)) continue;
    const name = key.slice(PREFIX.length);
    const [type = '', required = '', ...more] = declared.trim().split(/\s+/);
    const isReadable = isType(type) && ['', 'required'].includes(required) && more.length === 0;
    const words = { label: properties.get(`${key}.label`), labelEn: properties.get(`${key}.labelEn`) };
    if (isReadable) variables.push({ name, type, isRequired: required === 'required', ...words });
    else unreadable.push({ name, declared });
  }
  return { variables, unreadable } as const;
}

const isType = (type: string): type is StartVariableType => START_VARIABLE_TYPES.some((known) => known === type);

/**
 * The fields of the record that a person may fill who starts a process: properties of the process such as
 * `<wuxin:property name="startField.kind" value="" />`. Everything else of the record comes from forms.
 */
export function startFieldsOf(graph: Graph, processKey: string): readonly string[] {
  const names = Object.keys(graph.processes[processKey]?.settings.config ?? {});
  return names.filter((name) => name.startsWith(FIELD_PREFIX)).map((name) => name.slice(FIELD_PREFIX.length));
}
