export { checkTable, parametersOfTable } from './check-table';
export type { CheckTableOptions, TableProblem } from './check-table';
