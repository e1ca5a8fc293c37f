export { ProcessesPage as default } from './ProcessesPage';
export { ParameterState } from './ParameterTable';
export { valueInWords } from './parameterWords';
