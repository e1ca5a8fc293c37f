export { seedColumnPermissions } from './column-permissions';
export { seedMenu } from './seed-menu';
export { seedShellModel } from './shell-model';
