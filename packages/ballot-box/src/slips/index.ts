export { drawSlips, type DrawnSlips } from './draw';
export { markOf, readCode, receiptOf, sealOf } from './code';
