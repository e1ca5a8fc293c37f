export { changedParameters, type CaseValues } from './changedParameters';
export { ParameterPage } from './ParameterPage';
export { ParametersPage as default } from './ParametersPage';
export { ParameterTable } from './ParameterTable';
export { PlaceChoice } from './PlaceChoice';
export { CaseValueField } from './ValueField';
export { valueInWords } from './parameterWords';
