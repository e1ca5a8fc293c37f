export type { UploadState } from './form-uploads';
export type { TaskFormHandle } from './running-form';
export { PREVIEW_TASK } from './task-context';
export { taskFormModels } from './task-form-models';
export { TaskForm, type TaskFormProps } from './TaskForm';
export type { TaskFormStatus } from './useTaskForm';
export { TaskFormDesigner, type TaskFormDesignerProps } from './TaskFormDesigner';
