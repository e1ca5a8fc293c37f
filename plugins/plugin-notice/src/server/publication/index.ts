export { ON_THE_WALL, publicFile, publicNotice } from './public-notice';
export { registerWallJob, tellWall, type Wall, WALL_JOB, wallOf } from './wall';
