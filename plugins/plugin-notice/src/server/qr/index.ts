export { qrMatrix } from './matrix';
export { qrPng } from './png';
