import { act, render, screen } from '@testing-library/react';
import { createRef } from 'react';
import type { OpenedTask } from '../../common/api';
import { contractOf, FORM_TREE, OPINION } from './__fixtures__/forms';
import { TaskForm, type TaskFormHandle } from '.';

const opened = (rest: Partial<OpenedTask> = {}) =>
  ({ task: { id: '1' }, formTree: FORM_TREE, contract: contractOf(OPINION), record: {}, ...rest }) as OpenedTask; // what the form asks of a task

const show = async (ui: JSX.Element) => {
  const shown = render(ui);
  await act(async () => undefined);
  return shown;
};

describe('the form of a task', () => {
  it('renders the frozen tree that came with the task', async () => {
    await show(<TaskForm opened={opened()} draft={null} />);
    expect(screen.getByTestId('flow-model').textContent).toContain('TextareaFieldModel');
  });

  it('gives the page a handle once it is ready, and says when it is', async () => {
    const ref = createRef<TaskFormHandle>();
    const said: [string, boolean][] = [];
    const onStatus = (status: string) => said.push([status, ref.current !== null]);
    await show(<TaskForm ref={ref} opened={opened()} draft={null} onStatus={onStatus} />);
    expect(ref.current?.values).toBeInstanceOf(Function);
    expect(said).toEqual([
      ['loading', false],
      ['ready', true],
    ]);
  });

  it('shows values only to who may not complete the task', async () => {
    await show(<TaskForm opened={opened()} draft={null} isReadOnly />);
    expect(screen.getByTestId('flow-model').textContent).not.toContain('TextareaFieldModel');
  });

  it.each([[null], [{ uid: 'x', use: 'RootPageModel' }]])(
    'says when there is no form in what the server sent: %j',
    async (formTree) => {
      await show(<TaskForm opened={opened({ formTree })} draft={null} />);
      expect(screen.getByRole('alert').textContent).toContain('表单没有显示出来');
    },
  );
});
