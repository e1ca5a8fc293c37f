export { asJson, fromJson } from './as-json';
export { parseXml, printXml, type XmlDocument, type XmlElement } from './tree';
