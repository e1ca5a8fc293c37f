import { Plugin, type RouteOptions } from '@nocobase/client-v2';
import type { ModelLoader } from '@nocobase/flow-engine';

type PageLoader = NonNullable<RouteOptions['componentLoader']>;

const block = (loader: ModelLoader['loader']): ModelLoader => ({ extends: 'BlockModel', loader });

/** Pages and blocks of notices, objections and the disclosure calendar. */
export default class PluginNoticeClient extends Plugin {
  override async load(): Promise<void> {
    this.addBlocks();
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

  private addBlocks(): void {
    this.flowEngine.registerModelLoaders({
      WuxinNoticesBlockModel: block(async () => (await import('./notices')).WuxinNoticesBlockModel),
      WuxinObjectionsBlockModel: block(async () => (await import('./objections')).WuxinObjectionsBlockModel),
      WuxinCalendarBlockModel: block(async () => (await import('./calendar')).WuxinCalendarBlockModel),
      WuxinCollectionsBlockModel: block(async () => (await import('./opinions')).WuxinCollectionsBlockModel),
    });
  }

  private addPage(name: string, path: string, componentLoader: PageLoader): void {
    this.router.add(`admin.wuxin-${name}`, { path: `/admin/wuxin${path}`, componentLoader });
  }
}
