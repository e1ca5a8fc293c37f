import { Plugin } from '@nocobase/client-v2';

export default class PluginCommunityClient extends Plugin {
  override async load(): Promise<void> {
    this.router.add('admin.wuxin-landing', { path: '/admin', componentLoader: () => import('./landing') });
  }
}
