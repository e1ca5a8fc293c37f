import type { PlaceholderView } from '../../common/api';
import { catalogueOf, fileOf, type Placeholder, type PrintedDocument, templatesOf } from '../documents';
import { notFound } from '../runtime/errors';
import { tables } from '../store';
import { loadVersion } from '../versions';
import type { Reader } from './reader';

/** Of the draft, or of the published version when there is no draft. */
async function shownVersion({ tx }: Reader, key: string) {
  const process = await tables.processes.find(tx, { key });
  const versionId = process?.draftVersionId ?? process?.publishedVersionId;
  if (!versionId) throw notFound('process.notFound', { key });
  return loadVersion(tx, versionId);
}

/** What a clerk may write between braces, in the words that people read. Who may: administrators, by their right on the action. */
export async function placeholderViews(reader: Reader, processKey: string): Promise<PlaceholderView[]> {
  const { graph } = await shownVersion(reader, processKey);
  const first = ({ names, key }: Placeholder) => names[0] ?? key;
  return (await catalogueOf(reader.tx, graph, processKey)).map((placeholder) => ({
    name: first(placeholder),
    columns: placeholder.kind === 'rows' ? placeholder.columns.map(first) : null,
  }));
}

/** A template as it is, to be edited in Word. Who may: administrators, by their right on the action. */
export async function templateFile(
  reader: Reader,
  { processKey, key }: { readonly processKey: string; readonly key: string },
): Promise<PrintedDocument> {
  const { record } = await shownVersion(reader, processKey);
  const template = (await templatesOf(reader.tx, record.id)).find((one) => one.key === key);
  if (!template) throw notFound('template.notFound', { key });
  return { fileName: `${template.name}.docx`, content: fileOf(template) };
}
