export { afterChange, checkDrawn, type Drawn, readDrawing, structuralProblems } from './check-drawing';
export { expressionsAt, expressionsOf } from './expressions';
export { RULES } from './rules';
export { nameOf, type Words } from './words';
