import { act, render } from '@testing-library/react';
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
