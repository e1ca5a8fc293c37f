export { TaskPage as default } from './TaskPage';
export { TaskWorkspace, workspaceKey } from './TaskWorkspace';
