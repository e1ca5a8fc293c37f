export { keyedDigest } from './keyed-digest';
