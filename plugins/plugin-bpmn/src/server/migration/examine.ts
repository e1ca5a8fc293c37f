import { findElement, migrate, type Migration, type StateReader, type Variables } from '@wuxin/bpmn-core';
import { environment } from '../engine';
import { countedRating, isRating } from '../ratings';
import type { Tx } from '../runtime/tx';
import type { MigrationFault } from '../store';
import type { CaseRows } from './case-rows';
import { Deadlines, type NewDeadlines } from './deadlines';
import { Parameters } from './parameters';
import type { CasePlan } from './plan';

/** What a migration does to a case, or why it stays. */
export type Examined =
  | { readonly kind: 'refused'; readonly faults: readonly MigrationFault[] }
  | {
      readonly kind: 'migrated';
      readonly migration: Extract<Migration, { kind: 'migrated' }>;
      /** What the case did not have and the new version reads. */
      readonly newParameters: Variables;
      readonly deadlines: NewDeadlines;
    };

/**
 * Finds out what a migration would do to cases; reads what many of them share once and writes nothing. The preview shows what it
 * says and the migration does it.
 */
export class Examiner {
  private readonly parameters: Parameters;
  private readonly deadlines: Deadlines;

  constructor(
    private readonly tx: Tx,
    private readonly plan: CasePlan,
  ) {
    this.parameters = new Parameters(tx, plan);
    this.deadlines = new Deadlines(tx, plan);
  }

  async examine(rows: CaseRows, reader: StateReader): Promise<Examined> {
    const { instance } = rows;
    if (instance.versionId !== this.plan.from.record.id) return refused(movedMeanwhile(instance.versionNumber));
    const parameters = await this.parameters.missingIn(instance);
    if (parameters.kind === 'refused') return refused(parameters.fault);
    const known = { ...instance.parameters, ...parameters.values };
    const migration = this.migrate(rows, reader, known);
    if (migration.kind === 'refused') return { kind: 'refused', faults: migration.reasons.map(({ code, elementId, data }) => ({ code, elementId, data: { ...data } })) }; // prettier-ignore
    const deadlines = await this.deadlines.of(rows, known);
    const faults = [...ratingFaults(this.plan, rows), ...deadlines.faults];
    if (faults.length > 0) return { kind: 'refused', faults };
    return { kind: 'migrated', migration, newParameters: parameters.values, deadlines };
  }

  private migrate(rows: CaseRows, reader: StateReader, parameters: Variables): Migration {
    const openedAt = new Map(rows.subscriptions.map((row) => [row.id, row.openedAt]));
    const timers = this.plan.deadlines === 'recomputed' ? 'renewed' : 'kept';
    const env = environment({ tx: this.tx, session: { record: { parameters } } }, rows.record);
    return migrate(this.plan.core, reader, env, { timers, openedAt: (id) => openedAt.get(id) ?? null });
  }
}

const refused = (fault: MigrationFault): Examined => ({ kind: 'refused', faults: [fault] });

const movedMeanwhile = (number: number): MigrationFault => ({ code: 'movedMeanwhile', elementId: null, data: { number } });

/**
 * Sheets are added up by their element and its form: both stay until the rating is over, and its tellers count the sheets of the same one.
 */
function ratingFaults({ from, to, core }: CasePlan, { tokens, ratedIds }: CaseRows): MigrationFault[] {
  const standing = new Set(tokens.map(({ elementId }) => elementId));
  return [...standing].flatMap((elementId) => {
    const element = findElement(from.graph, elementId);
    const target = findElement(to.graph, core.mapping.elements[elementId] ?? '');
    if (!element || !target) return [];
    const data = { elementName: element.name ?? elementId, targetId: target.id };
    // what was done by name does not become a sheet, nor the other way round
    if (isRating(element) !== isRating(target)) return [{ code: 'confidentialDiffers', elementId, data }];
    if (!isRating(element)) return [];
    const counted = countedRating(element);
    const isSameForm = JSON.stringify(from.record.forms[elementId]) === JSON.stringify(to.record.forms[elementId]);
    const isBegun = ratedIds.has(counted ?? elementId);
    const isSame =
      target && counted === countedRating(target) && (counted !== undefined || (target.id === elementId && isSameForm));
    return isBegun && !isSame ? [{ code: 'ratingUnderWay', elementId, data }] : [];
  });
}
