import { render, screen } from '@testing-library/react';
import BpmnTaskFilesModel from './BpmnTaskFilesModel';

function show(value: unknown): void {
  const model = new BpmnTaskFilesModel();
  Object.assign(model, { props: { value }, context: { t: (key: string) => key } });
  render(<>{model.render()}</>);
}

describe('files that can only be read', () => {
  it('are links with their names, which the keyboard reaches too', () => {
    show([
      { id: 7, title: '车位平面图', filename: 'a1b2.pdf', url: '/files/main/main/attachments/7.pdf' },
      { id: 8, title: null, filename: 'scan.png', url: '/files/main/main/attachments/8.png' },
    ]);

    const links = screen.getAllByRole<HTMLAnchorElement>('link');
    expect(links.map(({ textContent }) => textContent)).toEqual(['车位平面图', 'scan.png']);
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/files/main/main/attachments/7.pdf',
      '/files/main/main/attachments/8.png',
    ]);
  });

  it('are one where the field holds one', () => {
    show({ id: 7, title: '扫描件', url: '/files/main/main/attachments/7.pdf' });

    expect(screen.getByRole('link', { name: '扫描件' })).toBeTruthy();
  });

  it('are said to be none', () => {
    show(null);

    expect(screen.getByText('form.noFiles')).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });
});
