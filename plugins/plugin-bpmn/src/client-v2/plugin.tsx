import { Plugin, type RouteOptions } from '@nocobase/client-v2';
import type { TaskTypeOptions } from '@nocobase/plugin-workflow/client-v2';
import { registerWorkflowParts, type WorkflowCanvas } from './bridge';
import { bpmnTaskType } from './task-centre';
import { taskFormModels } from './taskFormDoor';

type PageLoader = NonNullable<RouteOptions['componentLoader']>;

interface WorkflowPlugin extends WorkflowCanvas {
  registerTaskType(key: string, options: TaskTypeOptions): void;
}

export default class PluginBpmnClient extends Plugin {
  override async load(): Promise<void> {
    this.flowEngine.registerModelLoaders(taskFormModels);
    this.flowEngine.registerModelLoaders({
      WuxinTasksBlockModel: { extends: 'BlockModel', loader: async () => (await import('./inbox')).WuxinTasksBlockModel },
    });
    this.addPages();
    const workflow = this.app.pm.get<WorkflowPlugin>('workflow');
    const taskType = bpmnTaskType((key) => this.t(key));
    workflow?.registerTaskType(taskType.key, taskType);
    registerWorkflowParts(workflow);
  }

  private addPages(): void {
    this.addPage('home', '/home', () => import('./home'));
    const inbox: PageLoader = () => import('./inbox');
    this.addPage('inbox', '/inbox', inbox);
    this.addPage('inbox-tab', '/inbox/:tab', inbox);
    this.addPage('task', '/task/:id', () => import('./task-page'));
    this.addPage('instance', '/instance/:id', () => import('./process-page'));
    this.addPage('processes', '/processes', () => import('./processes'));
    this.addPage('process', '/processes/:key/detail', async () => ({ default: (await import('./processes')).ProcessDetailPage }));
    this.addPage('design', '/processes/:key/design', () => import('./designer'));
    this.addPage('try-out', '/processes/:key/try-out/page', () => import('./try-out'));
    this.addPage('compare', '/processes/:key/compare', () => import('./comparison'));
    this.addPage('packs', '/packs/import', () => import('./packs'));
    this.addPage('shipped-packs', '/packs/shipped', async () => ({ default: (await import('./packs')).ShippedPage }));
    this.addPage('migrate', '/processes/:key/migrate', () => import('./migration'));
    this.addPage('migration', '/processes/:key/migrations/:id', async () => ({
      default: (await import('./migration')).MigrationRunPage,
    }));
    this.addPage('process-form', '/processes/:key/form/:elementId/design', async () => ({
      default: (await import('./processes')).FormDesignPage,
    }));
    this.addPage('board', '/board', () => import('./board'));
    this.addPage('parameters', '/parameters', () => import('./parameters'));
    this.addPage('parameter', '/parameters/:key/detail', async () => ({ default: (await import('./parameters')).ParameterPage }));
    this.addPage('decisions', '/decisions', () => import('./decisions'));
    this.addPage('decision', '/decisions/:key/detail', async () => ({ default: (await import('./decisions')).DecisionPage }));
    this.addPage('calendars', '/calendars', () => import('./calendars'));
    this.addPage('data-starts', '/data-starts', () => import('./data-starts'));
    this.addPage('stand-ins', '/stand-ins', () => import('./stand-ins'));
    this.addPage('rights', '/rights', () => import('./rights'));
    this.addPage('start', '/start', () => import('./start'));
  }

  private addPage(name: string, path: string, componentLoader: PageLoader): void {
    this.router.add(`admin.wuxin-${name}`, { path: `/admin/wuxin${path}`, componentLoader });
  }
}
