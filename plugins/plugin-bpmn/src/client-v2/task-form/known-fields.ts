import type { ContractField, FormContract } from '../../common/form';

/** The part of NocoBase's page that knows collections. */
interface KnownCollections {
  getCollection(name: string): { getField(name: string): unknown } | undefined;
  reload(): Promise<void>;
}
interface Page {
  readonly dataSourceManager: { getDataSource(key: string): KnownCollections | undefined };
}

/** Paths that were not found after asking once: asking again would not find them either. */
const missing = new Set<string>();

/**
 * NocoBase's page reads which fields there are when it is loaded. A form that was published since may show one that was added after that:
 * then they are read again, so that nobody has to load the page anew to do a task.
 */
export async function learnFields({ dataSourceManager }: Page, contract: FormContract): Promise<void> {
  const main = dataSourceManager.getDataSource('main');
  const unknown = main ? unknownFields(main, contract.collection, contract.fields) : [];
  if (!main || unknown.every((path) => missing.has(path))) return;
  unknown.forEach((path) => missing.add(path));
  await main.reload();
}

function unknownFields(main: KnownCollections, collection: string, fields: readonly ContractField[]): string[] {
  const known = main.getCollection(collection);
  return fields.flatMap((field) => {
    if (!known?.getField(field.name)) return [`${collection}.${field.name}`];
    return 'columns' in field ? unknownFields(main, field.target, field.columns) : [];
  });
}
