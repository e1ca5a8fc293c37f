export { assertChecked } from './assert';
export { contentDigest } from './digest';
export { redactNotice } from './redact';
export { viewCheck } from './view';
