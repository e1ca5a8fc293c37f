export { asJson, fromJson } from './as-json';
export { namesInDrawing, type NamedElement } from './names';
export { parseXml, printXml, type XmlDocument, type XmlElement } from './tree';
