export { MotionsPart } from './MotionsPart';
