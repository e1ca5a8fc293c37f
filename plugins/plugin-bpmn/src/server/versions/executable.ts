/** The first start tag of a process, whatever prefix the file gives to BPMN. */
const PROCESS = /<([A-Za-z_][\w.-]*:)?process\b[^>]*>/g;
const FLAG = /\sisExecutable\s*=\s*(?:"[^"]*"|'[^']*')/;

/** Drawing programs leave processes unmarked: the first becomes one that runs, unless another is marked. */
export function executableXml(xml: string): string {
  const tags = xml.match(PROCESS) ?? [];
  const isMarked = tags.some((tag) => /\sisExecutable\s*=\s*["']true["']/.test(tag));
  const [first] = tags;
  if (isMarked || !first) return xml;
  const marked = first.replace(FLAG, '').replace(/(\/?>)$/, ' isExecutable="true"$1');
  return xml.replace(first, marked);
}
