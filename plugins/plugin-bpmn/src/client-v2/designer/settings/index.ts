export { callNamesIn, type CallName, type Changed, readCallName } from './call-name';
export { changesFor, type ElementChange } from './change';
export { type BuiltCondition, type Comparison, type Operator, OPERATORS, readCondition, writeCondition } from './condition';
export { type Loop, readLoop, type Several } from './loop';
export { type Create, elementAt, elementsIn, type ExtensionType, type Item, itemsOf, said, saidIn, textIn } from './model';
export {
  type Language,
  nameAttributes,
  nameAttributesInFile,
  nameChange,
  type Names,
  namesInFile,
  readNames,
  shownName,
} from './names';
export { type NamedPart, outcomesBefore, processOf, siblingTasks, stagesOf, variablesOf } from './process';
export { readDuration, readTimer, type Timer, writeDuration } from './timer';
