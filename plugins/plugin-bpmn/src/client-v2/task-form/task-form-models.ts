import type { ModelLoader } from '@nocobase/flow-engine';

/** Our models, for `flowEngine.registerModelLoaders`; each is loaded when a form first needs it. */
export const taskFormModels: Record<string, ModelLoader> = {
  BpmnTaskGridModel: { extends: 'BlockGridModel', loader: () => import('./models/BpmnTaskGridModel') },
  BpmnTaskFormModel: { extends: 'EditFormModel', loader: () => import('./models/BpmnTaskFormModel') },
  BpmnTaskCellModel: { extends: 'TextareaFieldModel', loader: () => import('./models/BpmnTaskCellModel') },
  BpmnTaskRowsModel: { extends: 'SubFormListFieldModel', loader: () => import('./models/BpmnTaskRowsModel') },
  BpmnTaskFilesModel: { extends: 'FieldModel', loader: () => import('./models/BpmnTaskFilesModel') },
  BpmnTaskUploadModel: { extends: 'UploadFieldModel', loader: () => import('./models/BpmnTaskUploadModel') },
  BpmnTaskDecorationModel: { loader: () => import('./models/BpmnTaskDecorationModel') },
};
