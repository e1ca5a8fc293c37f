export { ParameterPage } from './ParameterPage';
export { ParametersPage as default } from './ParametersPage';
export { ParameterTable } from './ParameterTable';
export { valueInWords } from './parameterWords';
