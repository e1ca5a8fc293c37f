import { FlowContext, FlowModel } from '@nocobase/flow-engine';
import { contractOf, DRAFTER, MEMBERS } from '../__fixtures__/forms';
import { TaskOptionsResource } from './TaskOptionsResource';

const StubModel = FlowModel as unknown as new (options: object) => FlowModel; // the stand-in takes options

/** A select in the item of a field, as the designer nests them. */
function optionsOf(fieldPath: string) {
  const item = new StubModel({
    use: 'FormItemModel',
    stepParams: { fieldSettings: { init: { fieldPath } } },
    subModels: { field: { use: 'RecordSelectFieldModel' } },
  });
  const request = jest.fn(async () => ({ data: { data: [{ value: 3, label: '王芳' }] } }));
  const context = new FlowContext();
  context.defineProperty('model', { value: item.subModels.field });
  context.defineProperty('api', { value: { request } });
  context.defineProperty('bpmnTask', { value: { taskId: '1', contract: contractOf(DRAFTER, MEMBERS), values: {} } });
  return { resource: new TaskOptionsResource(context), request };
}

describe('options of a picker', () => {
  it('are asked from the task by the path of the field', async () => {
    const { resource, request } = optionsOf('members.person');
    await resource.refresh();
    expect(request).toHaveBeenCalledWith({
      url: 'bpmnTasks:options',
      method: 'get',
      params: { filterByTk: '1', target: 'members.person', search: undefined },
    });
    expect(resource.getData()).toEqual([{ id: 3, nickname: '王芳' }]);
  });

  it('are searched by what was typed', async () => {
    const { resource, request } = optionsOf('drafter');
    resource.addFilterGroup('__search__nickname', { 'nickname.$includes': '王' });
    await resource.refresh();
    expect(request).toHaveBeenLastCalledWith(
      expect.objectContaining({ params: expect.objectContaining({ search: '王' }) as object }),
    );
  });

  it('are all shown again when the search is cleared', async () => {
    const { resource, request } = optionsOf('drafter');
    resource.addFilterGroup('__search__nickname', { 'nickname.$includes': '王' });
    resource.removeFilterGroup('__search__nickname');
    await resource.refresh();
    expect(request).toHaveBeenLastCalledWith(
      expect.objectContaining({ params: expect.objectContaining({ search: undefined }) as object }),
    );
  });

  it('are not asked for a field that picks nothing', async () => {
    const { resource, request } = optionsOf('members');
    await resource.refresh();
    expect([resource.getData(), request.mock.calls]).toEqual([[], []]);
  });
});
