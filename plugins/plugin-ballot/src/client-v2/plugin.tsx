import { Plugin, type RouteOptions } from '@nocobase/client-v2';

type PageLoader = NonNullable<RouteOptions['componentLoader']>;

export default class PluginBallotClient extends Plugin {
  override async load(): Promise<void> {
    this.flowEngine.registerModelLoaders({
      WuxinMeetingsBlockModel: {
        extends: 'BlockModel',
        loader: async () => (await import('./meetings')).WuxinMeetingsBlockModel,
      },
    });
    this.addPage('meetings', '/meetings', () => import('./meetings'));
    this.addPage('meeting-new', '/meetings/new', async () => ({ default: (await import('./meetings')).MeetingFormPage }));
    this.addPage('meeting-edit', '/meetings/:id/edit', async () => ({ default: (await import('./meetings')).MeetingFormPage }));
    this.addPage('meeting-desk', '/meetings/:id/desk', () => import('./desk'));
    this.addPage('meeting-count', '/meetings/:id/motions/:motionId/count', () => import('./count'));
    this.addPage('meeting-sign-in', '/meetings/:id/sign-in', () => import('./sign-in'));
    this.addPage('ballot-rules', '/ballot-rules', () => import('./rules'));
  }

  private addPage(name: string, path: string, componentLoader: PageLoader): void {
    this.router.add(`admin.wuxin-${name}`, { path: `/admin/wuxin${path}`, componentLoader });
  }
}
