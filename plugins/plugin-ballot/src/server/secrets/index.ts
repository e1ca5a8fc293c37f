export { keyedDigest } from './secrets';
