import { parseXml, type XmlElement } from './tree';

export interface NamedElement {
  readonly id: string;
  /** On one line. */
  readonly name: string;
  readonly nameEn?: string;
}

/** Every element of a drawing that people gave a name. @throws PackError `pack.unreadable` */
export const namesInDrawing = (xml: string): NamedElement[] => namesIn(parseXml(xml, 'process.bpmn').root);

function namesIn({ attributes: { id, name, 'wuxin:nameEn': nameEn }, children }: XmlElement): NamedElement[] {
  const own = id && name ? [{ id, name: onOneLine(name), nameEn: nameEn && onOneLine(nameEn) }] : [];
  return [...own, ...children.flatMap(namesIn)];
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ');
