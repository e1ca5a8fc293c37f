export { codeDigest, newCode } from './codes';
