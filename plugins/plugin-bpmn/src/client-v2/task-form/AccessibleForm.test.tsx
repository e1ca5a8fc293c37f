import { act, render, screen } from '@testing-library/react';
import { AccessibleForm } from './AccessibleForm';

const form = (
  <div className="ant-card-body" style={{ overflow: 'auto' }}>
    <div className="ant-select" aria-required="true">
      <input role="combobox" aria-required="true" />
    </div>
  </div>
);

const expectAccessible = (container: HTMLElement) => {
  expect(container.querySelector('.ant-select')?.hasAttribute('aria-required')).toBe(false);
  expect(container.querySelector('input')?.getAttribute('aria-required')).toBe('true');
  expect(container.querySelector<HTMLElement>('.ant-card-body')?.style.overflow).toBe('visible');
};

it('marks a required select once, on its input, and lets nothing scroll sideways', () => {
  expectAccessible(render(<AccessibleForm>{form}</AccessibleForm>).container);
});

it('does so for what appears later', async () => {
  const { container, rerender } = render(<AccessibleForm>{null}</AccessibleForm>);
  await act(async () => rerender(<AccessibleForm>{form}</AccessibleForm>));
  expectAccessible(container);
});

it('makes a sub-table scroll by keyboard under the name of its field, and has no header without words', () => {
  const { container } = render(
    <AccessibleForm>
      <div className="ant-form-item">
        <label>异议</label>
        <div className="ant-table-wrapper">
          <div className="ant-table-content">
            <table>
              <thead>
                <tr>
                  <th></th>
                  <th>收到日期</th>
                </tr>
              </thead>
            </table>
          </div>
        </div>
      </div>
    </AccessibleForm>,
  );

  expect(screen.getByRole('group', { name: '异议' }).tabIndex).toBe(0);
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['收到日期']);
  expect(container.querySelectorAll('th[role=cell]')).toHaveLength(1);
});
