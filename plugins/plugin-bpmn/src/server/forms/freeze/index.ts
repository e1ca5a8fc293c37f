export { draftTree, type FreezeResult, freezeForm, type FrozenForm, isIntact, tryFreezeForm } from './freeze-form';
