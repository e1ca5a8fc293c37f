export { ParameterPage } from './ParameterPage';
export { ParametersPage as default } from './ParametersPage';
export { ParameterTable } from './ParameterTable';
export { PlaceChoice } from './PlaceChoice';
export { valueInWords } from './parameterWords';
