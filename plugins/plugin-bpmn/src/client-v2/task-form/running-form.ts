import type { FlowModel } from '@nocobase/flow-engine';
import { childNodes, type ContractField, type FormNode, TASK_FORM_MODEL } from '../../common/form';
import type { FormUploads } from './form-uploads';
import type { BpmnTaskFormModel } from './models/BpmnTaskFormModel';
import { submissionOf } from './submission';

/** What the page can ask of the form that it shows. */
export interface TaskFormHandle {
  /** Writable values, as `complete` and `saveDraft` take them. */
  values(): Record<string, unknown>;
  /** Shows what is wrong at the fields, moves to the first of them, and tells whether all is well. */
  validate(): Promise<boolean>;
  readonly isDirty: boolean;
  readonly uploads: Pick<FormUploads, 'state' | 'onChange'>;
}

/** A form that is on the screen. */
export class RunningForm implements TaskFormHandle {
  constructor(
    private readonly model: BpmnTaskFormModel,
    private readonly fields: readonly ContractField[],
    readonly uploads: FormUploads,
  ) {}

  get isDirty(): boolean {
    return this.model.getUserModifiedFields().size > 0;
  }

  values(): Record<string, unknown> {
    return submissionOf(this.fields, this.model.form.getFieldsValue(true) as Record<string, unknown>);
  }

  async validate(): Promise<boolean> {
    const { form } = this.model;
    try {
      await form.validateFields();
      return true;
    } catch (error) {
      const wrong = form.getFieldsError().filter(({ errors, name }) => errors.length > 0 && this.isFilledIn(name));
      const [first] = wrong;
      if (first) form.scrollToField(first.name, { block: 'center', focus: true });
      // antd rejects with the fields that are wrong; anything else went wrong itself
      else if (!(typeof error === 'object' && error !== null && 'errorFields' in error)) throw error;
      return !first;
    }
  }

  /** Where there are no rows, NocoBase shows one to begin with; it counts once something is typed into it. */
  private isFilledIn(name: readonly (string | number)[]): boolean {
    return name.every((part, at) => {
      if (typeof part !== 'number') return true;
      const rows: unknown = this.model.form.getFieldValue(name.slice(0, at));
      return Array.isArray(rows) && part < rows.length;
    });
  }

  /** Calls back whenever a person changes something; gives a function that ends it. */
  onChange(listen: () => void): () => void {
    const changed = () => {
      if (this.isDirty) listen();
    };
    this.model.emitter.on('formValuesChange', changed);
    return () => this.model.emitter.off('formValuesChange', changed);
  }
}

export function formModelIn(root: FlowModel): BpmnTaskFormModel | undefined {
  const items = root.subModels.items;
  const form = Array.isArray(items) ? items.find((item) => item.use === TASK_FORM_MODEL) : undefined;
  return form as BpmnTaskFormModel | undefined; // the class registered under that name
}

/** Whether there is a form in what the server sent as one. */
export const isFormTree = (tree: unknown): tree is FormNode =>
  typeof tree === 'object' &&
  tree !== null &&
  'use' in tree &&
  childNodes(tree as FormNode, 'items').some(({ use }) => use === TASK_FORM_MODEL);
