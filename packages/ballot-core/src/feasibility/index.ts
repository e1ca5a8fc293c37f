export { feasibility, type Feasibility, type Need } from './feasibility';
