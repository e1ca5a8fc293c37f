export const MAX_BYTES = 5 * 1024 * 1024;
export const MAX_ELEMENTS = 20_000;
export const MAX_DEPTH = 100;

export type XmlRefusalCode = 'xmlTooLarge' | 'xmlHasDoctype' | 'xmlTooManyElements' | 'xmlTooDeep' | 'xmlUnparsable';

export interface XmlLimits {
  readonly maxBytes: number;
  readonly maxElements: number;
  readonly maxDepth: number;
}

const DEFAULT_LIMITS: XmlLimits = { maxBytes: MAX_BYTES, maxElements: MAX_ELEMENTS, maxDepth: MAX_DEPTH };

/** Markup that no parser gets to see. */
export class XmlRefusal extends Error {
  override readonly name = 'XmlRefusal';

  constructor(
    readonly code: XmlRefusalCode,
    readonly data: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}

/**
 * Looks at the markup once, before any parser does, and refuses what could exhaust one: size, document types (entity
 * bombs), number and depth of elements. Word files need wider limits than drawings. Linear in the length of the text; makes no statement about well-formedness.
 *
 * @throws XmlRefusal
 */
export function refuseHostileXml(xml: string, { maxBytes, maxElements, maxDepth }: XmlLimits = DEFAULT_LIMITS): void {
  // Cheap test first: a text never has fewer bytes than characters.
  if (xml.length > maxBytes || new TextEncoder().encode(xml).length > maxBytes) {
    throw new XmlRefusal('xmlTooLarge', { maxBytes });
  }
  let elements = 0;
  let depth = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    if (xml.startsWith('<!--', at)) at = after(xml, '-->', at + 4);
    else if (xml.startsWith('<![CDATA[', at)) at = after(xml, ']]>', at + 9);
    else if (xml.startsWith('<?', at)) at = after(xml, '?>', at + 2);
    else if (xml.startsWith('<!', at)) throw new XmlRefusal('xmlHasDoctype', { position: at });
    else {
      const end = tagEnd(xml, at);
      if (xml[at + 1] === '/') depth -= 1;
      else {
        elements += 1;
        if (xml[end - 1] !== '/') depth += 1;
      }
      if (elements > maxElements) throw new XmlRefusal('xmlTooManyElements', { maxElements });
      if (depth > maxDepth) throw new XmlRefusal('xmlTooDeep', { maxDepth });
      at = end + 1;
    }
  }
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  if (found < 0) throw new XmlRefusal('xmlUnparsable', { expected: mark });
  return found + mark.length;
}

/** Position of the `>` that closes a tag; one inside a quoted attribute value does not. */
function tagEnd(xml: string, from: number): number {
  let quote = '';
  for (let at = from + 1; at < xml.length; at += 1) {
    const char = xml.charAt(at);
    if (quote) {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at;
  }
  throw new XmlRefusal('xmlUnparsable', { expected: '>' });
}
