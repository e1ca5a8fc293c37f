export { parseWallOptions, wallPolicy, type WallOptions } from './options';
