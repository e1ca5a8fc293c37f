import PluginBpmnClient from './plugin';

interface Registered {
  registered: { routes: Record<string, { path: string }> };
}

it('gives every page an address', async () => {
  const plugin = new PluginBpmnClient();
  await plugin.load();

  // the stub of the host's Plugin remembers what was registered
  const { routes } = (plugin as unknown as Registered).registered;
  expect(Object.values(routes).map(({ path }) => path)).toEqual([
    '/admin/wuxin/home',
    '/admin/wuxin/inbox',
    '/admin/wuxin/inbox/:tab',
    '/admin/wuxin/task/:id',
    '/admin/wuxin/instance/:id',
    '/admin/wuxin/processes',
    '/admin/wuxin/processes/:key/detail',
    '/admin/wuxin/processes/:key/design',
    '/admin/wuxin/processes/:key/try-out/page',
    '/admin/wuxin/processes/:key/compare',
    '/admin/wuxin/packs/import',
    '/admin/wuxin/packs/shipped',
    '/admin/wuxin/processes/:key/migrate',
    '/admin/wuxin/processes/:key/migrations/:id',
    '/admin/wuxin/processes/:key/form/:elementId/design',
    '/admin/wuxin/board',
    '/admin/wuxin/parameters',
    '/admin/wuxin/parameters/:key/detail',
    '/admin/wuxin/decisions',
    '/admin/wuxin/decisions/:key/detail',
    '/admin/wuxin/calendars',
    '/admin/wuxin/data-starts',
    '/admin/wuxin/stand-ins',
    '/admin/wuxin/rights',
    '/admin/wuxin/start',
  ]);
});
