import type { MigrationCaseView, MigrationPreview, MigrationPreviewBody } from '../../common/api';
import type { Actor } from '../runtime/actor';
import { mustHave } from '../runtime/rights';
import type { Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { readerOfRows, tables } from '../store';
import { allRows, type CaseRows } from './case-rows';
import { casesAfter, casesOf } from './store';
import { Examiner } from './examine';
import { casePlan, type CasePlan } from './plan';
import { effectTexts, faultText } from './words';

/** Everything that a migration does but commit, for one page of cases. Who may: administrators. Statements do not grow with the page. */
export async function previewMigration(
  tx: Tx,
  actor: Actor,
  { key, locale, ...body }: MigrationPreviewBody & { readonly key: string; readonly locale: Locale },
): Promise<MigrationPreview> {
  mustHave(actor, 'migrate');
  const { at, after, pageSize = 50 } = body;
  const plan = await casePlan(tx, key, body);
  const total = await tables.instances.count(tx, casesOf(tx, plan.from, at));
  const page = await casesAfter(tx, plan.from, { at, after, limit: pageSize });
  const examiner = new Examiner(tx, plan);
  const cases: MigrationCaseView[] = [];
  for (const rows of await allRows(tx, plan.from, page)) cases.push(await caseView(examiner, plan, { rows, locale }));
  return { total, cases, next: page.length < pageSize ? null : (page.at(-1)?.id ?? null) };
}

async function caseView(
  examiner: Examiner,
  plan: CasePlan,
  { rows, locale }: { readonly rows: CaseRows; readonly locale: Locale },
): Promise<MigrationCaseView> {
  const { id: instanceId, title, placeName } = rows.instance;
  const examined = await examiner.examine(rows, readerOfRows(rows.instance, rows));
  const isRefused = examined.kind === 'refused';
  const reasons = isRefused ? examined.faults.map((fault) => faultText(locale, plan, fault)) : [];
  return {
    instanceId,
    title,
    placeName,
    effects: isRefused ? [] : effectTexts(locale, plan, examined),
    reasons: [...new Set(reasons)],
  };
}
