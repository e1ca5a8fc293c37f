export type { UploadState } from './form-uploads';
export type { TaskFormHandle } from './running-form';
export { taskFormModels } from './task-form-models';
export { TaskForm, type TaskFormProps } from './TaskForm';
export { TaskFormDesigner, type TaskFormDesignerProps } from './TaskFormDesigner';
