import type { Json } from '@wuxin/bpmn-core';
import type { Actor } from '../runtime/actor';
import { badInput, conflict, forbidden, notFound } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { isSameKind, verdictOn, whyUnusable } from '../../common/parameters';
import { mayChangeAt, placesOf } from '../places';
import { lockDefinition } from './store';
import type { FullDefinition, ParameterChange } from './types';

/** A change that may be made, perhaps only with somebody's approval. */
export interface CheckedChange {
  readonly definition: FullDefinition;
  readonly placeId: string | null;
  readonly effectiveFrom: number;
  readonly reason: string;
  readonly needsApproval: boolean;
}

/** Everything that refuses a change whoever approves it. Locks the parameter until the transaction ends. */
export async function checkChange(tx: Tx, actor: Actor, change: ParameterChange): Promise<CheckedChange> {
  const definition = await lockDefinition(tx, change.key);
  if (!definition) throw notFound('parameter.notFound', { keys: [change.key] });
  const placeId = change.placeId ?? null;
  if (!(await mayChangeAt(tx, actor, placeId))) throw forbidden('parameter.notYourPlace', named(definition));
  await checkPlace(tx, definition, placeId);
  refuseUnusable(definition, change.value);
  const effectiveFrom = change.effectiveFrom ?? tx.now;
  if (!Number.isSafeInteger(effectiveFrom) || effectiveFrom < tx.now) throw badInput('parameter.inThePast', named(definition));
  const reason = change.reason.trim();
  if (reason === '') throw badInput('reason.missing');
  return { definition, placeId, effectiveFrom, reason, needsApproval: checkLimits(definition, change) };
}

async function checkPlace(tx: Tx, definition: FullDefinition, placeId: string | null): Promise<void> {
  if (placeId === null) return;
  const place = (await placesOf(tx.db).chainOf(tx, placeId)).at(-1);
  if (!place) throw badInput('place.notFound', { placeId });
  if (!definition.levels.includes(place.level))
    throw conflict('parameter.notAtThisLevel', { ...named(definition), place: place.name });
}

/** Is an approver needed? */
function checkLimits(definition: FullDefinition, { value }: ParameterChange): boolean {
  refuseBeyondStatutoryLimit(definition, value);
  return verdictOn(definition, value).kind === 'needsApproval';
}

/** A value of another kind, or one that no step could use, would stop every case that reads it. */
export function refuseUnusable(definition: FullDefinition, value: Json): void {
  if (!isSameKind(value, definition.defaultValue)) throw badInput('parameter.wrongKind', named(definition));
  const unusable = whyUnusable(definition, value);
  if (!unusable) return;
  const { kind, ...range } = unusable;
  const options = (definition.options ?? []).map(({ label }) => label);
  const optionsEn = (definition.options ?? []).map(({ labelEn }) => labelEn);
  throw badInput(`parameter.${kind}`, {
    ...named(definition),
    ...range,
    ...(kind === 'notAnOption' ? { options, optionsEn } : {}),
  });
}

/** Beyond a statutory limit nobody can approve. */
export function refuseBeyondStatutoryLimit(definition: FullDefinition, value: Json): void {
  const verdict = verdictOn(definition, value);
  if (verdict.kind !== 'refused') return;
  throw conflict('parameter.beyondStatutoryLimit', { ...named(definition), limit: verdict.broken.limit, ...sources(definition) });
}

const sources = ({ source, sourceEn }: FullDefinition) => ({ source, sourceEn: sourceEn ?? source });

export function named({ key, name, nameEn }: FullDefinition): {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
} {
  return { key, name, nameEn };
}
