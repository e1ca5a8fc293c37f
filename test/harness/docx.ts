import { strFromU8, unzipSync } from 'fflate';

/** What people read in a Word file: a line for each paragraph. */
export function textOfDocx(docx: Uint8Array): string {
  const xml = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)]
    .map(([one]) =>
      one
        .replace(/<w:br\/>/g, '\n')
        .replace(/<[^>]+>/g, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&'),
    ) // prettier-ignore
    .join('\n');
}
