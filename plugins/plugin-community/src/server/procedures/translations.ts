import type { Application } from '@nocobase/server';
import { CONTENT_NAMESPACE } from './fields';
import type { Procedure } from './load';
import type { FieldDefinition, FormDescription, ProcedureDefinition } from './schema';

type Texts = Record<string, string>;
/** A text in Chinese and in English; content without a second language has only one of them. */
type Pair = readonly [chinese: string | undefined, english: string | undefined];

/** English of every text in a procedure's collections; the Chinese text is the key and needs no translation. */
export function englishOfCollections({ collections }: ProcedureDefinition): Texts {
  return textsOf(collections.flatMap(({ title, titleEn, fields }): Pair[] => [[title, titleEn], ...fields.flatMap(pairsOf)]));
}

/** English of what a procedure's forms say themselves, and of the fields that they show. */
export function englishOfForms({ definition, forms }: Pick<Procedure, 'definition' | 'forms'>): Texts {
  return { ...englishOfCollections(definition), ...textsOf([...forms.values()].flatMap(pairsOfForm)) };
}

function pairsOf(field: FieldDefinition): Pair[] {
  const options = 'options' in field ? field.options : [];
  return [[field.title, field.titleEn], ...options.map(({ label, labelEn }): Pair => [label, labelEn])];
}

function pairsOfForm({ title, titleEn, intro, introEn, rows }: FormDescription): Pair[] {
  const cells = rows.flat().flatMap((cell) => [cell, ...(cell.columns ?? [])]);
  const ofCells = cells.flatMap(({ label, labelEn, help, helpEn }): Pair[] => [
    [label, labelEn],
    [help, helpEn],
  ]);
  return [[title, titleEn], [intro, introEn], ...ofCells];
}

function textsOf(pairs: readonly Pair[]): Texts {
  return Object.fromEntries(pairs.flatMap(([chinese, english]) => (chinese && english ? [[chinese, english]] : [])));
}

/** Hands the texts of content to NocoBase, for the server's messages and for the browser. */
export function translateContent(app: Application, definitions: () => Promise<readonly ProcedureDefinition[]>): void {
  app.localeManager.registerResourceStorer('wuxin-content', {
    async getResources(language): Promise<Record<string, Texts>> {
      if (language !== 'en-US') return {};
      const texts = (await definitions()).map(englishOfCollections);
      return { [CONTENT_NAMESPACE]: Object.assign({}, ...texts) as Texts }; // Object.assign of records of texts
    },
    reset: async () => undefined,
  });
}
