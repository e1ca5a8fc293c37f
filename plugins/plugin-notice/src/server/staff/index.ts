export { addStaff, writeStaff } from './staff';
