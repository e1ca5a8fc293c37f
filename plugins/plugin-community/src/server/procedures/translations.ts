import type { Application } from '@nocobase/server';
import { CONTENT_NAMESPACE } from './fields';
import type { FieldDefinition, ProcedureDefinition } from './schema';

type Texts = Record<string, string>;

/** English of every text in a procedure's collections; the Chinese text is the key and needs no translation. */
export function englishTexts({ collections }: ProcedureDefinition): Texts {
  const pairs = collections.flatMap(({ title, titleEn, fields }): [string, string][] => [
    [title, titleEn],
    ...fields.flatMap(pairsOf),
  ]);
  return Object.fromEntries(pairs);
}

function pairsOf(field: FieldDefinition): [string, string][] {
  const options = 'options' in field ? field.options : [];
  return [[field.title, field.titleEn], ...options.map(({ label, labelEn }): [string, string] => [label, labelEn])];
}

/** Hands the texts of content to NocoBase, for the server's messages and for the browser. */
export function translateContent(app: Application, definitions: () => Promise<readonly ProcedureDefinition[]>): void {
  app.localeManager.registerResourceStorer('wuxin-content', {
    async getResources(language): Promise<Record<string, Texts>> {
      if (language !== 'en-US') return {};
      const texts = (await definitions()).map(englishTexts);
      return { [CONTENT_NAMESPACE]: Object.assign({}, ...texts) as Texts }; // Object.assign of records of texts
    },
    reset: async () => undefined,
  });
}
