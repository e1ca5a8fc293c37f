/** Word nests a dozen levels; what goes deeper would only exhaust whoever reads it. */
const DEEPEST = 200;

const TOKEN =
  /<(?<end>\/?)(?<name>[\w:.-]+)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(?<empty>\/?)>|<\?[^]*?\?>|<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|[^<]+/y;

/** Does every element end, in order? The library that fills templates repairs what does not, each time in its own way. */
export function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  let hasRoot = false;
  TOKEN.lastIndex = xml.startsWith('\ufeff') ? 1 : 0;
  while (TOKEN.lastIndex < xml.length) {
    const groups = TOKEN.exec(xml)?.groups;
    if (!groups) return false;
    const { name, end, empty } = groups;
    if (name === undefined) continue;
    if (end) {
      if (open.pop() !== name) return false;
    } else if (!empty) {
      if (open.push(name) > DEEPEST) return false;
    }
    hasRoot = true;
  }
  return hasRoot && open.length === 0;
}
