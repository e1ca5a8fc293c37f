export { MAX_BYTES, MAX_DEPTH, MAX_ELEMENTS, refuseHostileXml, XmlRefusal } from './scan';
export type { XmlLimits, XmlRefusalCode } from './scan';
