import { Parser } from 'saxen';
import { PackError } from '../errors';

/** An element as it is compared: by names that stay the same whatever prefixes a file uses. */
export interface XmlElement {
  readonly tag: string;
  attributes: Record<string, string>;
  /** Null for an element with elements in it, and for an empty one. */
  text: string | null;
  children: XmlElement[];
}

export interface XmlDocument {
  readonly root: XmlElement;
  /** Namespace by prefix, as the root declares them. */
  readonly namespaces: Readonly<Record<string, string>>;
}

/** The prefixes under which the parts of BPMN are known everywhere; others keep theirs. */
const KNOWN = {
  'http://www.omg.org/spec/BPMN/20100524/MODEL': 'bpmn',
  'http://www.omg.org/spec/BPMN/20100524/DI': 'bpmndi',
  'http://www.omg.org/spec/DD/20100524/DC': 'dc',
  'http://www.omg.org/spec/DD/20100524/DI': 'di',
  'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
  'urn:wuxin:bpmn:1': 'wuxin',
} as const;

/**
 * Reads a drawing without comments and layout. Every namespace has to be declared at the root, as editors do.
 * @throws PackError `pack.unreadable`
 */
export function parseXml(xml: string, entry: string): XmlDocument {
  const namespaces: Record<string, string> = {};
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  const parser = new Parser();
  parser.ns({ ...declaredIn(xml), ...KNOWN });
  parser.on('error', (cause) => {
    throw new PackError('pack.unreadable', { entry, problem: cause.message }, { cause });
  });
  parser.on('openTag', (tag, attributesOf, decode) => {
    const element: XmlElement = { tag, attributes: {}, text: null, children: [] };
    for (const [name, value] of Object.entries(attributesOf())) {
      if (!name.startsWith('xmlns')) element.attributes[name] = decode(value);
    }
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closeTag', () => {
    const element = open.pop();
    if (element && (element.children.length > 0 || element.text?.trim() === '')) element.text = null;
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text = (element.text ?? '') + text;
  };
  parser.on('text', (text, decode) => addText(decode(text)));
  parser.on('cdata', addText);
  parser.parse(xml);
  if (!root) throw new PackError('pack.unreadable', { entry, problem: 'no element' });
  for (const [uri, prefix] of Object.entries({ ...declaredIn(xml), ...KNOWN })) namespaces[prefix] = uri;
  return { root, namespaces };
}

/** Prefix by namespace, as a file declares it anywhere. */
function declaredIn(xml: string): Record<string, string> {
  const declarations = xml.matchAll(/\sxmlns:([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return Object.fromEntries([...declarations].map(([, prefix = '', double, single]) => [double ?? single ?? '', prefix]));
}

export function printXml({ root, namespaces }: XmlDocument): string {
  const used = new Set(prefixesIn(root));
  const declarations = Object.entries(namespaces)
    .filter(([prefix]) => used.has(prefix))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([prefix, uri]): [string, string] => [`xmlns:${prefix}`, uri]);
  const named = { ...root, attributes: { ...Object.fromEntries(declarations), ...root.attributes } };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${printed(named, '')}`;
}

function prefixesIn({ tag, attributes, children }: XmlElement): string[] {
  const names = [tag, ...Object.keys(attributes)].flatMap((name) => (name.includes(':') ? [name.split(':')[0] ?? ''] : []));
  // a type is a name in a value
  const types = attributes['xsi:type']?.includes(':') ? [attributes['xsi:type'].split(':')[0] ?? ''] : [];
  return [...names, ...types, ...children.flatMap(prefixesIn)];
}

function printed({ tag, attributes, text, children }: XmlElement, indent: string): string {
  const start = [tag, ...Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`)].join(' ');
  if (children.length > 0) {
    return `${indent}<${start}>\n${children.map((child) => printed(child, `${indent}  `)).join('')}${indent}</${tag}>\n`;
  }
  return text === null ? `${indent}<${start} />\n` : `${indent}<${start}>${escaped(text)}</${tag}>\n`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};
const escaped = (text: string): string => text.replace(/[&<>"\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign);
