export { installProcedure } from './install';
export { loadProcedure, readChecked, type Procedure } from './load';
export { englishOfForms, translateContent } from './translations';
