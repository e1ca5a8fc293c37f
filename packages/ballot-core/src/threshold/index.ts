export { neededOf, type Operator, type Threshold } from './threshold';
