import { render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom';
import { setFlowContext } from '../../../../../test/stubs/flow-engine';
import Landing from './index';
import type { MenuRoute } from './has-page';

const LINK: MenuRoute = { type: 'link' };
const PAGE: MenuRoute = { type: 'flowPage' };

const Address = () => <output>{useLocation().pathname}</output>;

/** Where somebody with this menu is after opening `/admin`. */
function landedAt(menu: readonly MenuRoute[]): string | null {
  setFlowContext({ routeRepository: { listAccessible: () => menu } });
  const future = { v7_relativeSplatPath: true, v7_startTransition: true };
  render(
    <MemoryRouter initialEntries={['/admin']} future={future}>
      <Address />
      <Routes>
        <Route path="/admin" element={<Landing />} />
        <Route path="*" element={null} />
      </Routes>
    </MemoryRouter>,
  );
  return screen.getByRole('status').textContent;
}

describe('whoever opens the application', () => {
  it.each([
    ['links only', [LINK, LINK]],
    ['nothing', []],
    ['a page that is hidden', [LINK, { ...PAGE, hideInMenu: true }]],
    ['a group without a page', [{ type: 'group', children: [LINK] }]],
  ])('lands on the home page with a menu of %s', (_, menu) => {
    expect(landedAt(menu)).toBe('/admin/wuxin/home');
  });

  it.each([
    ['a page', [LINK, PAGE]],
    ['a group with a page', [LINK, { type: 'group', children: [LINK, PAGE] }]],
  ])('is left to NocoBase with a menu that has %s', (_, menu) => {
    expect(landedAt(menu)).toBe('/admin');
  });
});
