// The only place of the pages that knows where the forms of user tasks live.
export {
  PREVIEW_TASK,
  TaskForm,
  TaskFormDesigner,
  taskFormModels,
  type TaskFormHandle,
  type TaskFormStatus,
  type UploadState,
} from './task-form';
