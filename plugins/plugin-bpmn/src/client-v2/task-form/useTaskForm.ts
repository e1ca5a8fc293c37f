import { type FlowModel, useFlowEngine } from '@nocobase/flow-engine';
import { useEffect, useMemo, useState } from 'react';
import type { OpenedTask } from '../../common/api';
import { useLanguage } from '../i18n';
import { openScope } from './form-scope';
import { FormUploads } from './form-uploads';
import { learnFields } from './known-fields';
import { formModelIn, isFormTree, RunningForm } from './running-form';
import type { TriedOptions } from './task-context';
import {
  readOnlyTree,
  stackedTree,
  withColumnWidths,
  withOwnModels,
  withoutUploads,
  withReadOnlyRows,
  withTypedCells,
} from './trees';

export type TaskFormState =
  | { status: 'loading' }
  | { status: 'failed' }
  | { status: 'ready'; root: FlowModel; form: RunningForm };

export type TaskFormStatus = TaskFormState['status'];

/** The part of an opened task that its form is made of. */
export type FormOfTask = Pick<OpenedTask, 'formTree' | 'contract' | 'record'> & { task: Pick<OpenedTask['task'], 'id'> };

export interface TaskFormInput {
  opened: FormOfTask;
  draft: Record<string, unknown> | null;
  isReadOnly: boolean;
  isPhone: boolean;
  /** The process is only tried out: nothing is sent, and this says what may be picked. */
  options?: TriedOptions;
}

const LOADING: TaskFormState = { status: 'loading' };

/**
 * Builds the models of an opened task from its frozen tree; asks for nothing unless the page does not know its fields. They live as long as the task, its right
 * to write and the layout stay the same: what a person types must not be lost because the page renders again.
 */
export function useTaskForm({ opened, draft, isReadOnly, isPhone, options }: TaskFormInput): TaskFormState {
  const parent = useFlowEngine();
  const language = useLanguage();
  const [state, setState] = useState<TaskFormState>(LOADING);
  const taskId = opened.task.id;
  // record and draft as they were when the task was opened: a later refresh of the page does not overwrite the form
  const source = useMemo(
    () => ({ contract: opened.contract, tree: opened.formTree, values: { ...opened.record, ...draft } }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
    [taskId, isReadOnly],
  );
  useEffect(() => {
    const { contract, tree, values } = source;
    if (!contract || !isFormTree(tree)) return setState({ status: 'failed' });
    let isOpen = true;
    const written = isReadOnly ? readOnlyTree(tree, contract.fields) : withReadOnlyRows(tree, contract.fields);
    const shown = options ? withoutUploads(written, contract.fields) : written;
    const laidOut = isPhone
      ? stackedTree(shown)
      : withColumnWidths(withTypedCells(shown, isReadOnly ? [] : contract.fields), { fields: contract.fields, language });
    const uploads = new FormUploads();
    const scope = openScope(parent, { isDesigned: false, isPhone, task: { taskId, contract, values, uploads, options } });
    learnFields(parent, contract)
      .then(async () => {
        if (!isOpen) return;
        const root = await scope.engine.createModelAsync(withOwnModels(laidOut), { delegate: scope.delegate });
        const model = formModelIn(root);
        if (isOpen)
          setState(
            model ? { status: 'ready', root, form: new RunningForm(model, contract.fields, uploads) } : { status: 'failed' },
          );
      })
      .catch(() => isOpen && setState({ status: 'failed' }));
    return () => {
      isOpen = false;
      setState(LOADING);
      scope.close();
    };
  }, [parent, taskId, source, isReadOnly, isPhone, language, options]);
  return state;
}
