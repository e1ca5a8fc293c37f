export { type Checked, checkXml, hasErrors } from './check';
export { expressionsOf } from './expressions';
export { elementName, elementOf, type LoadedVersion, loadVersion } from './load';
export { addRecordCollection, recordCollectionsOf, refreshRecordCollections } from './record-collections';
