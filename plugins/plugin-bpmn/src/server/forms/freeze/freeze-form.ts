import { createHash } from 'node:crypto';
import type { Json } from '@wuxin/bpmn-core';
import type { FormContract, FormNode, FormSchema } from '../../../common/form';
import { canonicalJson } from '../../history';
import { BpmnError } from '../../runtime/errors';
import type { Tx } from '../../runtime/tx';
import { readCollections } from '../collections';
import { compileForm } from '../compile';
import { englishOf, englishTexts, type EnglishTexts, withEnglishLabels } from '../languages';
import { type FormProblem, Problems } from '../problems';
import { readTree, withoutReferences } from './draft';
import { runnable } from './runnable';

/** A form as the version row keeps it. It is rendered from `tree`, never from live models that others can edit. */
export interface FrozenForm {
  tree: FormNode;
  /** SHA-256 of everything else as canonical JSON. */
  hash: string;
  schema: FormSchema;
  contract: FormContract;
  /** Its texts in English, as far as content said them when the form was published. */
  english?: EnglishTexts;
}

export type FreezeResult = { ok: true; form: FrozenForm } | { ok: false; problems: FormProblem[] };

/** A draft form as it would run, with what it refers to in it; null where nobody made one. */
export async function draftTree(tx: Tx, draftUid: string): Promise<FormNode | null> {
  const draft = await readTree(tx, draftUid);
  return draft && runnable(await withoutReferences(tx, draft, new Problems()));
}

/** Reads a draft form and compiles it; what cannot be compiled is listed item by item. */
export async function tryFreezeForm(tx: Tx, draftUid: string): Promise<FreezeResult> {
  const draft = await readTree(tx, draftUid);
  if (!draft) return { ok: false, problems: [{ uid: draftUid, item: draftUid, reason: 'missing', detail: null }] };
  const problems = new Problems();
  const tree = runnable(await withoutReferences(tx, draft, problems));
  if (problems.list.length > 0) return { ok: false, problems: problems.list };
  const compiled = compileForm(tree, readCollections(tx.db));
  if (!compiled.ok) return compiled;
  const known = await englishTexts(tx.db).all(tx);
  const contract = { ...compiled.contract, fields: compiled.contract.fields.map((field) => withEnglishLabels(field, known)) };
  const frozen = { tree, schema: compiled.schema, contract, english: englishOf(tree, known) };
  return { ok: true, form: { ...frozen, hash: hashOf(frozen) } };
}

/**
 * Freezes the form of one element for a version.
 * @throws `form.cannotCompile` with the first item that is refused, and all of them in `problems`
 */
export async function freezeForm(tx: Tx, { draftUid, elementId }: { draftUid: string; elementId: string }): Promise<FrozenForm> {
  const result = await tryFreezeForm(tx, draftUid);
  if (result.ok) return result.form;
  const [first] = result.problems;
  throw new BpmnError('form.cannotCompile', 400, {
    elementId,
    item: first?.item,
    reason: first?.reason,
    detail: first?.detail,
    count: result.problems.length,
    problems: result.problems,
  });
}

/** Tells whether a stored form is the one that was published. */
export const isIntact = ({ hash, ...form }: FrozenForm) => hashOf(form) === hash;

function hashOf(form: Omit<FrozenForm, 'hash'>): string {
  const plain = JSON.parse(JSON.stringify(form)) as Json; // what JSON.parse gives is JSON
  return createHash('sha256').update(canonicalJson(plain)).digest('hex');
}
