export { certificateFile } from './file';
export { sheetFile } from './sheet';
