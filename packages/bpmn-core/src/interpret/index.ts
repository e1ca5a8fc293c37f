export { apply } from './apply';
export { CommandError, GraphMismatchError, type CommandErrorCode, type IncidentCode } from './errors';
export { MAX_INSTANCES } from './loops/multiInstance';
export { DEFAULT_MAX_STEPS } from './settle';
