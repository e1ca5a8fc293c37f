import { fireEvent, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import { renderPage, turnScreen } from '../__fixtures__/renderPage';
import { Act } from './Act';
import { DataTable } from './DataTable';

function Duties() {
  const change = (
    <Act
      label="变更"
      consequence="保存后生效"
      reasonLabel="原因"
      run={async () => undefined}
      done="已保存"
      onDone={() => undefined}
    />
  );
  return (
    <App>
      <DataTable
        label="事项"
        columns={[{ key: 'acts', title: '操作', render: () => change }]}
        rows={[{ id: 'one' }]}
        rowKey={({ id }) => id}
      />
    </App>
  );
}

describe('a table whose screen is turned', () => {
  it('keeps what is being written in the dialog of a row, and becomes cards once that is closed', async () => {
    renderPage(<Duties />, { at: '/', path: '/', answers: {} });
    fireEvent.click(screen.getByRole('button', { name: /变\s*更/ }));
    fireEvent.change(await screen.findByLabelText('原因'), { target: { value: '期限有误' } });

    turnScreen(true);
    expect(screen.getByLabelText<HTMLTextAreaElement>('原因').value).toBe('期限有误');
    expect(screen.queryByRole('list', { name: '事项' })).toBeNull();

    fireEvent.click(screen.getByRole('button', { name: /取\s*消/ }));
    await waitFor(() => expect(screen.getByRole('list', { name: '事项' })).toBeTruthy());
  });

  it('becomes cards at once where no dialog is open', () => {
    renderPage(<Duties />, { at: '/', path: '/', answers: {} });

    turnScreen(true);
    expect(screen.getByRole('list', { name: '事项' })).toBeTruthy();
  });
});
