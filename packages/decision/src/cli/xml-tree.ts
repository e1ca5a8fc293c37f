import { refuseHostileXml } from '@wuxin/xml';
import { Parser } from 'saxen';

/** An element of XML; names without their prefixes. */
export interface XmlElement {
  readonly name: string;
  /** By name without prefix. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface Building extends XmlElement {
  readonly children: Building[];
  text: string;
}

const local = (name: string) => name.replace(/^.*:/, '');

/** Reads a whole file. @throws Error when it is not well-formed */
export function readXml(xml: string): XmlElement {
  refuseHostileXml(xml);
  const root: Building = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new Parser();
  const addText = (text: string) => {
    const current = open.at(-1);
    if (current) current.text += text;
  };
  parser.on('openTag', (name, attributes, decode) => {
    const own = Object.entries(attributes()).map(([key, value]) => [local(key), decode(value)] as const);
    const element: Building = { name: local(name), attributes: Object.fromEntries(own), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closeTag', () => open.pop());
  parser.on('text', (text, decode) => addText(decode(text)));
  parser.on('cdata', addText);
  parser.on('error', (error) => {
    throw error;
  });
  parser.parse(xml);
  const [element] = root.children;
  if (!element) throw new Error('no element');
  return element;
}

export const childrenNamed = ({ children }: XmlElement, name: string): readonly XmlElement[] =>
  children.filter((child) => child.name === name);
export const childNamed = (element: XmlElement, name: string): XmlElement | undefined => childrenNamed(element, name)[0];
