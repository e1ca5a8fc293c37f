export { dismissShipped } from './dismiss-shipped';
export { packOf, withCalled } from './export';
export { importPack, type PackImport } from './import';
export { rememberPublished } from './remember';
export { type FolderImport, type PackFolder, packFoldersOf, type PackedProcess } from './parts';
export { previewPacks } from './preview';
export { packsIn } from './refused';
export { noteInstalled, offerShipped, type ShippedProcedure, shippedOffers, shippedHere } from './shipped';
export { textsOfPacks } from './store';
