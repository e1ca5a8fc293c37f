/** The public wall 公示墙: lists in tables, pages in a folder, both served without an account. */
export { wallHomeOf } from './home';
export { registerWall } from './register';
export { rebuildAll, saveSettings, viewWall } from './settings';
