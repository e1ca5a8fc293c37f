export { compile, type Compiled, type CompileOptions } from './compile';
export { MAX_REACHABILITY } from './reachability';
export type { Problem, ProblemCode, ProblemSeverity } from './problems';
