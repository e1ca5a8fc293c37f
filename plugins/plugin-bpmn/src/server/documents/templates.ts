import type { Json } from '@wuxin/bpmn-core';
import type { Problem } from '../../common/api';
import { engineOf } from '../runtime/engine';
import { textOf, type Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { tables, type ReadTx, type TemplateReaders, type TemplateRecord } from '../store';
import type { LoadedVersion } from '../versions';
import { catalogueOf } from './catalogue';
import { checkTemplate, type TemplateProblem } from './check';
import { type DocxFile, marksOf, readDocx } from './docx';
import type { Placeholder } from './placeholders';

/** A template as content or an administrator gives it. */
export interface GivenTemplate {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string | null;
  /** Name of a placeholder: cases in which it has no value, because they went another way, do not know this document. */
  readonly onlyWith: string | null;
  readonly readers: TemplateReaders;
  /** Names of placeholders without which there is nothing to print yet. */
  readonly needs: readonly string[];
  readonly file: Uint8Array;
}

/** Keys of templates that an administrator added; content names its own in words. */
export const ADDED = 'added:';
export const isAdded = ({ key }: Pick<TemplateRecord, 'key'>): boolean => key.startsWith(ADDED);

/**
 * Checks a template against what the version knows. Without problems, which are given back, it is kept with the version in the place of one with its
 * key. The caller has seen to it that the version is a draft.
 */
export async function keepTemplate(
  tx: Tx,
  { record: version, graph }: LoadedVersion,
  { file, ...given }: GivenTemplate,
  savedByName: string | null,
): Promise<readonly TemplateProblem[]> {
  const docx = readDocx(file);
  const known = await catalogueOf(tx, graph, version.processKey);
  const { problems, used } = await checkFile(docx, given, known);
  if (problems.length > 0) return problems;
  const before = await tables.templates.find(tx, { versionId: version.id, key: given.key });
  const content = {
    ...given,
    needs: [...given.needs],
    placeholders: stored(used),
    fileBase64: docx.bytes.toString('base64'),
    fileHash: docx.hash,
    savedAt: tx.now,
    savedByName,
  };
  if (before) await tables.templates.update(tx, { id: before.id }, content);
  else {
    const position = await tables.templates.count(tx, { versionId: version.id });
    await tables.templates.insert(tx, [{ ...content, id: engineOf(tx.db).newId(), versionId: version.id, position }]);
  }
  return problems;
}

type Asking = Pick<GivenTemplate, 'onlyWith' | 'needs'>;

async function checkFile(docx: Pick<DocxFile, 'bytes'>, { onlyWith, needs }: Asking, known: readonly Placeholder[]) {
  return checkTemplate(await marksOf(docx.bytes), [...needs, ...(onlyWith ? [onlyWith] : [])], known);
}

export interface TemplateCheck {
  readonly template: TemplateRecord;
  readonly problems: readonly TemplateProblem[];
  readonly used: readonly Placeholder[];
}

/** What a version's templates name that its process or the collections no longer have. */
export async function checkTemplates(tx: ReadTx, { record, graph }: LoadedVersion): Promise<TemplateCheck[]> {
  const templates = await templatesOf(tx, record.id);
  if (templates.length === 0) return [];
  const known = await catalogueOf(tx, graph, record.processKey);
  return Promise.all(
    templates.map(async (template) => {
      const { problems, used } = await checkFile({ bytes: fileOf(template) }, template, known);
      return { template, problems, used };
    }),
  );
}

/** Before its version is published: what the names mean now is what they mean in every case of the version. */
export async function freezeTemplates(tx: Tx, checks: readonly TemplateCheck[]): Promise<void> {
  for (const { template, used } of checks) await tables.templates.update(tx, { id: template.id }, { placeholders: stored(used) });
}

/** A new version begins with the templates of the one before it. */
export async function inheritTemplates(tx: Tx, fromVersionId: string | null | undefined, toVersionId: string): Promise<void> {
  if (!fromVersionId) return;
  const rows = await templatesOf(tx, fromVersionId);
  await tables.templates.insert(
    tx,
    rows.map((row) => ({ ...row, id: engineOf(tx.db).newId(), versionId: toVersionId })),
  );
}

export const templatesOf = (tx: ReadTx, versionId: string): Promise<TemplateRecord[]> =>
  tables.templates.select(tx, { versionId }, { order: [['position', 'ASC']] });

export const fileOf = ({ fileBase64 }: TemplateRecord): Buffer => Buffer.from(fileBase64, 'base64');

export const placeholdersOf = ({ placeholders }: TemplateRecord) => placeholders as unknown as readonly Placeholder[]; // what `stored` wrote

const stored = (placeholders: readonly Placeholder[]) => placeholders as unknown as readonly Json[]; // plain data

/** One sentence for each problem, naming template and placeholder. */
export function templateProblems(
  locale: Locale,
  { name, nameEn }: Pick<TemplateRecord, 'name' | 'nameEn'>,
  problems: readonly TemplateProblem[],
): Problem[] {
  const template = locale === 'en-US' ? (nameEn ?? name) : name;
  return problems.map(({ code, placeholder }) => ({
    code,
    severity: 'error',
    elementId: null,
    elementName: null,
    text: textOf(locale, `problems.${code}`, { template, placeholder }),
  }));
}
