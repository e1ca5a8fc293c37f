import { fireEvent, render, screen } from '@testing-library/react';
import BpmnTaskRowsModel from './BpmnTaskRowsModel';

interface Rows {
  readonly value?: unknown;
  readonly onChange?: (rows: readonly object[]) => void;
  readonly allowAddNew?: boolean;
}

/** NocoBase's own model is a stub that renders `rows`. */
function show(props: Rows): void {
  const model = new BpmnTaskRowsModel();
  Object.assign(model, { props, context: { t: (key: string) => key } });
  render(<>{model.render()}</>);
}

describe('rows that are little forms', () => {
  it('are none until somebody adds one', () => {
    const onChange = jest.fn();
    show({ value: [], onChange });
    expect(screen.queryByText('rows')).toBeNull();

    fireEvent.click(screen.getByRole('button'));

    expect(onChange).toHaveBeenCalledWith([{ __is_new__: true }]);
  });

  it('are NocoBase’s once there are some', () => {
    show({ value: [{ id: 1 }] });

    expect(screen.getByText('rows')).toBeTruthy();
  });

  it('are said to be none where nobody may add one', () => {
    show({ allowAddNew: false });

    expect(screen.getByText('form.noRows')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
