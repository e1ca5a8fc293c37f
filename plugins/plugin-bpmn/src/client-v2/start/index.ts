export { StartPage as default } from './StartPage';
export { VariableFields, variablesOf, type VariableInputs } from './VariableFields';
