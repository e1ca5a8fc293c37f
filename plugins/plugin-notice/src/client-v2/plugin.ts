import { Plugin } from '@nocobase/client-v2';

/** Pages of notices, objections and the disclosure calendar. */
export default class PluginNoticeClient extends Plugin {
  override async load(): Promise<void> {
    this.router.add('admin.wuxin-disclosures', { path: '/admin/wuxin/disclosures', componentLoader: () => import('./calendar') });
  }
}
