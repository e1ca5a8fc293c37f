import type { Problem } from '../../common/api';
import { draftFormUid } from '../../common/form';
import { checkTemplates, templateProblems } from '../documents';
import { formProblemText, hasDraftForm, tryFreezeForm } from '../forms';
import type { Actor } from '../runtime/actor';
import { conflict, notFound } from '../runtime/errors';
import { textOf, type Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';
import { checkXml, elementNameIn, hasErrors, loadVersion, type Checked } from '../versions';
import { bindingProblems } from './bindings';
import { drawingFacts } from './drawing-facts';

/** What an editor says of a drawing: what keeps it from being published, and what its author should look at. */
export const checkDrawing = (tx: Tx, xml: string, locale: Locale): Promise<Checked> =>
  checkXml(tx, xml, locale, (graph, processKey) => drawingFacts(tx, { graph, processKey, locale }));

/**
 * Everything that publishing the draft would find, forms and templates too, each at its element, and what this person may not bind.
 * @throws not found `process.notFound`; conflict `process.noDraft`
 */
export async function checkBeforePublish(tx: Tx, actor: Actor, key: string, locale: Locale): Promise<Problem[]> {
  const process = await tables.processes.find(tx, { key });
  if (!process) throw notFound('process.notFound', { key });
  if (!process.draftVersionId) throw conflict('process.noDraft', { key: process.key });
  const record = await tables.versions.find(tx, { id: process.draftVersionId });
  if (!record) throw conflict('process.noDraft', { key: process.key });
  const { problems } = await checkDrawing(tx, record.xml, locale);
  if (hasErrors(problems)) return problems;
  const draft = await loadVersion(tx, record.id);
  const templates = (await checkTemplates(tx, draft)).flatMap(({ template, problems: found }) =>
    templateProblems(locale, template, found),
  );
  const tasks = Object.values(draft.graph.elements).filter(({ type }) => type === 'bpmn:UserTask');
  const forms: Problem[] = [];
  for (const { id, name } of tasks) {
    const uid = draftFormUid(process.key, id);
    if (!(await hasDraftForm(tx, uid))) continue;
    const elementName = elementNameIn(locale, draft.graph, id, name ?? id);
    forms.push(
      ...(await formProblems(tx, { uid, elementId: id, elementName, hasRecord: process.recordCollection !== null }, locale)),
    );
  }
  const bindings = await bindingProblems(tx, { actor, processKey: key, graph: draft.graph, locale });
  return [...problems, ...bindings, ...templates, ...forms];
}

interface DraftForm {
  readonly uid: string;
  readonly elementId: string;
  readonly elementName: string;
  readonly hasRecord: boolean;
}

async function formProblems(tx: Tx, { uid, elementId, elementName, hasRecord }: DraftForm, locale: Locale): Promise<Problem[]> {
  const at = { severity: 'error' as const, elementId, elementName };
  if (!hasRecord)
    return [{ ...at, code: 'form.noCollection', text: textOf(locale, 'problems.form.noCollection', { elementName }) }];
  const result = await tryFreezeForm(tx, uid);
  if (result.ok) return [];
  return result.problems.map((problem) => ({
    ...at,
    code: 'form.cannotCompile',
    text: textOf(locale, 'problems.form.cannotCompile', { elementName, reason: formProblemText(locale, problem) }),
  }));
}
