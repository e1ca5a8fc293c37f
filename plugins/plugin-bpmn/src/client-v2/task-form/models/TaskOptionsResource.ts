import { type FlowModel, MultiRecordResource } from '@nocobase/flow-engine';
import type { OptionRow } from '../../../common/api';
import { fieldAt, type PickField } from '../../../common/form';
import { PREVIEW_TASK, taskOf } from '../task-context';

type Row = Record<string, unknown>;

/** NocoBase's select puts what is typed into a filter group whose name starts so. */
const SEARCH = '__search__';

/**
 * What may be picked in an association field: asked from the task, because its holder need not have rights on the target.
 * The server answers with key and title, at most one page.
 */
export class TaskOptionsResource extends MultiRecordResource<Row[]> {
  private search = '';

  override addFilterGroup(key: string, filter: Row): void {
    const [text] = Object.values(filter);
    if (key.startsWith(SEARCH)) this.search = typeof text === 'string' ? text : '';
  }

  override removeFilterGroup(key: string): void {
    if (key.startsWith(SEARCH)) this.search = '';
  }

  /** Labels come with the record; nothing more of the target is asked. */
  override async get(): Promise<undefined> {
    return undefined;
  }

  override async refresh(): Promise<void> {
    const rows = this.getPage() > 1 ? [] : await this.load();
    this.setData(rows);
    // the select takes a count that equals what it already shows for "nothing new", also when both are 0
    this.setMeta({ count: Number.MAX_SAFE_INTEGER });
    this.emit('refresh');
  }

  private async load(): Promise<Row[]> {
    const task = taskOf(this.context);
    const path = fieldPathOf(this.context.model as FlowModel | undefined); // the select that asked for this resource
    const pick = task && fieldAt(task.contract.fields, path);
    // a form that is only looked at has no task to ask
    if (pick?.kind !== 'pick' || task?.taskId === PREVIEW_TASK) return [];
    if (task?.options) return rowsOf(pick, await task.options(path, this.search));
    const { api } = this.context as unknown as { api: { request<T>(o: object): Promise<{ data: { data: T } }> } }; // the page's API client
    const answer = await api.request<OptionRow[]>({
      url: 'bpmnTasks:options',
      method: 'get',
      params: { filterByTk: task?.taskId, target: path, search: this.search || undefined },
    });
    return rowsOf(pick, answer.data.data);
  }
}

const rowsOf = ({ keyField, titleField }: PickField, options: readonly OptionRow[]): Row[] =>
  options.map(({ value, label }) => ({ [keyField]: value, [titleField]: label }));

/** The designer stores the path at the item around the select. */
function fieldPathOf(model: FlowModel | undefined): string {
  for (let at = model; at; at = at.parent) {
    const path = at.getStepParams('fieldSettings', 'init')?.fieldPath;
    if (typeof path === 'string') return path;
  }
  return '';
}
