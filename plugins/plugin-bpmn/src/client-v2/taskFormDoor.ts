// The only place of the pages that knows where the forms of user tasks live.
export { TaskForm, TaskFormDesigner, taskFormModels, type TaskFormHandle } from './task-form';
