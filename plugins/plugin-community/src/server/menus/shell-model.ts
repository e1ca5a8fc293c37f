import type { Database } from '@nocobase/database';

interface FlowModelRepository {
  findModelById(uid: string): Promise<unknown>;
  insertModel(model: object): Promise<unknown>;
}

const UID = 'admin-layout-model-app-switcher-actions';

/**
 * The part of NocoBase's own page frame that its client saves when somebody opens the first page. Only administrators may
 * save it: made here, the first person who signs in to a new installation is not greeted by "No permissions".
 */
export async function seedShellModel(db: Database): Promise<void> {
  const models = db.getRepository('flowModels') as unknown as FlowModelRepository; // declared without its own methods
  if (await models.findModelById(UID)) return;
  const parent = { parentId: 'admin-layout-model', subKey: 'appSwitcher', subType: 'object' };
  await models.insertModel({
    uid: UID,
    use: 'AppSwitcherActionPanelModel',
    ...parent,
    props: {},
    stepParams: {},
    sortIndex: 0,
    flowRegistry: {},
  });
}
