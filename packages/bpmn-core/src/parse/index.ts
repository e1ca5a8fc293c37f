export { ParseError, type ParseErrorCode } from './errors';
export { parseDefinitions } from './parse';

export { childOf, childrenOf, extensionsOf, flagOf, referenceOf, textOf, type ModdleElement } from './moddle';
export { unknownLanguages } from './translations';
export { MAX_BYTES, MAX_DEPTH, MAX_ELEMENTS } from '@wuxin/xml';
