export { WallFolderError, type WallFolderCode } from './errors';
export { writeWall, type FolderFiles, type WallFolder } from './write';
