export { type Checked, checkXml, type FactsFor, hasErrors, parameterProblems } from './check';
export { expressionsAt, expressionsOf } from '../../common/check';
export { drawingIn } from './drawings';
export { executableXml } from './executable';
export { elementName, elementOf, type LoadedVersion, loadVersion } from './load';
export { newProcessXml } from './new-process';
export { caseTitleIn, elementNameIn, nameIn, processNameIn } from './names';
export { returnTargetIds } from './return-to';
export { startFieldsOf, startVariablesOf, type StartVariableType } from './start-variables';
export {
  addRecordCollection,
  announceRecordCollections,
  learnRecordCollection,
  recordCollectionsOf,
  refreshRecordCollections,
} from './record-collections';
