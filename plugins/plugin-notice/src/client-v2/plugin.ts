import { Plugin, type RouteOptions } from '@nocobase/client-v2';

type PageLoader = NonNullable<RouteOptions['componentLoader']>;

/** Pages of notices, objections and the disclosure calendar. */
export default class PluginNoticeClient extends Plugin {
  override async load(): Promise<void> {
    this.addPage('objections', '/objections', () => import('./objections'));
    this.addPage('objection-new', '/objections/new', async () => ({
      default: (await import('./objections')).ReceiveObjectionPage,
    }));
    this.addPage('objection-desk', '/objections/:id', async () => ({
      default: (await import('./objections')).ObjectionDeskPage,
    }));
    this.addPage('opinions', '/opinions', () => import('./opinions'));
    this.addPage('opinion-desk', '/opinions/:id', async () => ({ default: (await import('./opinions')).CollectionDeskPage }));
    this.addPage('disclosures', '/disclosures', () => import('./calendar'));
    this.addPage('notices', '/notices', () => import('./notices'));
    this.addPage('notice-new', '/notices/new', () => import('./form'));
    this.addPage('notice-edit', '/notices/:id/edit', () => import('./form'));
    this.addPage('notice-desk', '/notices/:id', () => import('./desk'));
    this.addPage('notice-boards', '/notice-boards', () => import('./boards'));
    this.addPage('notice-kinds', '/notice-kinds', () => import('./kinds'));
    this.addPage('notice-wall', '/notice-wall', () => import('./wall'));
  }

  private addPage(name: string, path: string, componentLoader: PageLoader): void {
    this.router.add(`admin.wuxin-${name}`, { path: `/admin/wuxin${path}`, componentLoader });
  }
}
