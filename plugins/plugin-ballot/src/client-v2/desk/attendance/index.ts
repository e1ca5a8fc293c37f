export { AttendancePart } from './AttendancePart';
