import { compareArrangement, lockNational, NATIONAL, noticeProblemIn, takeArrangement, type ArrangementText } from '../calendars';
import { onAnotherDay, recalculate, type Recalculation } from '../deadlines';
import { isAdministrator } from '../runtime/administrators';
import type { Actor } from '../runtime/actor';
import { badInput, conflict, forbidden } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { noteSettingChange } from '../setting-changes';
import { moveDeadlines } from './move-deadlines';

export interface ArrangementToImport extends ArrangementText {
  /** Of the calendar that its consequences were shown for. */
  readonly revision: string;
}

/**
 * Takes the State Council's notice on the holidays of a year into the calendar of the whole country, and moves the deadlines of
 * open tasks with it.
 *
 * Who may: administrators. From: the calendar that was looked at. It takes a notice whole or not at all.
 *
 * @throws bad input `calendar.arrangementRefused`, conflicts `calendar.arrangementGap`, `calendar.changedSince`, and
 * `calendar.arrangementKnown` where everything is there already
 */
export async function importArrangement(
  tx: Tx,
  actor: Actor,
  { revision, ...notice }: ArrangementToImport,
): Promise<Recalculation> {
  if (!isAdministrator(actor)) throw forbidden('calendar.administratorsOnly');
  const { year } = notice;
  await lockNational(tx);
  const compared = await compareArrangement(tx, notice);
  if (compared.kind === 'refused') {
    const said = (locale: 'zh-CN' | 'en-US') => compared.problems.map((problem) => noticeProblemIn(locale, problem)).join(' ');
    throw badInput('calendar.arrangementRefused', { year, problems: said('zh-CN'), problemsEn: said('en-US') });
  }
  if (compared.revision !== revision) throw conflict('calendar.changedSince');
  const { days, coveredUntil, source } = compared;
  if (days.length === 0 && coveredUntil === undefined) throw conflict('calendar.arrangementKnown', { year });
  const change = { placeId: null, days, ...(coveredUntil === undefined ? {} : { coveredUntil }) };
  const effect = await recalculate(tx, change);
  await takeArrangement(tx, actor, change);
  await moveDeadlines(tx, actor, effect.moved);
  const moved = onAnotherDay(effect).length;
  await noteSettingChange(tx, actor, ['calendar', NATIONAL], {
    kind: 'arrangementTaken',
    year,
    source,
    days: days.length,
    moved,
  });
  return effect;
}
