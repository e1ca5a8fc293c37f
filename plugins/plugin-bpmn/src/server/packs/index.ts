export { packOf, withCalled } from './export';
export { importPack, type PackImport } from './import';
export { rememberPublished } from './remember';
export { type PackFolder, packFoldersOf } from './parts';
export { previewPacks } from './preview';
export { packsIn } from './refused';
export { textsOfPacks } from './store';
