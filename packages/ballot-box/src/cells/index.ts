export { withoutSmallCells, type Cell, type ShownCell } from './cells';
