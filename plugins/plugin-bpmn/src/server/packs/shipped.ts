import { DecisionError, parseDecisionTable } from '@wuxin/decision';
import { readArchive, writeArchive, type Json, type Pack, type PackParts } from '@wuxin/pack-format';
import type { ProcessRow } from '../../common/api';
import { draftFormUid, type FormDescription } from '../../common/form';
import { parametersOf, processFacts, withTableParameters } from '../commands';
import { readDocx, type GivenTemplate } from '../documents';
import { formAsKept, packedForm } from '../forms';
import { engineOf } from '../runtime/engine';
import { BpmnError, notFound } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { checkXml } from '../versions';
import { packedCollection, type PackedCollection } from './collections';
import { digestOf } from './digest';
import { packFrom } from './export';
import { mergedHere } from './merged';
import { commonPack } from './common-pack';
import { NOT_DISMISSED, shippedPacks, type ShippedPackRecord } from './store';

type ShippedHere = Pick<ProcessRow, 'shippedSince' | 'shippedDismissed'>;

/** A procedure as a plugin brings it, from its files. */
export interface ShippedProcedure {
  readonly processKey: string;
  readonly xml: string;
  readonly name: string;
  /** By element id. */
  readonly forms: ReadonlyMap<string, FormDescription>;
  readonly decisions: ReadonlyMap<string, unknown>;
  readonly templates: readonly GivenTemplate[];
  /** As NocoBase's collection manager is given them, with all fields. */
  readonly collections: readonly PackedCollection[];
  /** The same for the same files. */
  readonly contentDigest: string;
}

/** The content of a process that was installed just now: there is nothing newer. */
export async function noteInstalled(
  tx: Tx,
  { processKey, contentDigest }: Pick<ShippedProcedure, 'processKey' | 'contentDigest'>,
) {
  await shippedPacks.delete(tx, { processKey });
  await shippedPacks.insert(tx, [
    { processKey, contentDigest, packDigest: '', archiveBase64: '', offeredAt: null, ...NOT_DISMISSED },
  ]);
}

/**
 * Offers content that a plugin brings to administrators, as the pack that it is, where it is other content than the last time and
 * would change something here. Never changes the process itself: who takes it in is a person, who sees a report before.
 */
export async function offerShipped(tx: Tx, shipped: ShippedProcedure): Promise<void> {
  const { processKey, contentDigest } = shipped;
  const known = await shippedPacks.find(tx, { processKey });
  if (known?.contentDigest === contentDigest) return;
  const pack = await shippedPack(tx, shipped);
  if (!pack) return; // one of its files cannot be read: nobody is offered that
  const { findings } = await mergedHere(tx, pack);
  const archive = writeArchive([pack]);
  const isNews = findings.some(({ kind }) => kind !== 'kept');
  await shippedPacks.delete(tx, { processKey });
  const offer = { packDigest: digestOf(archive), archiveBase64: Buffer.from(archive).toString('base64'), offeredAt: tx.now };
  const nothing = { packDigest: '', archiveBase64: '', offeredAt: null };
  await shippedPacks.insert(tx, [{ processKey, contentDigest, ...NOT_DISMISSED, ...(isNews ? offer : nothing) }]);
}

/** The packs that wait for somebody to take them in, of all processes or of one. @throws not found `pack.nothingShipped` */
export async function shippedOffers(tx: Tx, processKey?: string): Promise<Pack[]> {
  const order: [string, 'ASC'][] = [['processKey', 'ASC']];
  const rows = await shippedPacks.select(tx, processKey === undefined ? {} : { processKey }, { order });
  const offered = rows.filter(({ offeredAt, dismissedAt }) => offeredAt !== null && dismissedAt === null);
  if (offered.length === 0) throw notFound('pack.nothingShipped');
  return offered.flatMap(({ archiveBase64 }) => readArchive(Buffer.from(archiveBase64, 'base64')));
}

/** What waits to be taken in, or was dismissed, by process. */
export async function shippedHere(tx: Tx, processKey: readonly string[]): Promise<ReadonlyMap<string, ShippedHere>> {
  const names = ['processKey', 'offeredAt', 'dismissedAt', 'dismissedById', 'dismissedByName', 'dismissedReason'] as const;
  const rows = await shippedPacks.selectColumns(tx, names, { processKey: [...processKey] });
  return new Map(rows.flatMap((row) => (row.offeredAt === null ? [] : [[row.processKey, hereOf(row, row.offeredAt)] as const])));
}

type Dismissal = Pick<ShippedPackRecord, 'dismissedAt' | 'dismissedById' | 'dismissedByName' | 'dismissedReason'>;

function hereOf({ dismissedAt, dismissedById, dismissedByName, dismissedReason }: Dismissal, since: number): ShippedHere {
  if (dismissedAt === null) return { shippedSince: since, shippedDismissed: null };
  const by = { id: dismissedById ?? 0, name: dismissedByName ?? '' };
  return { shippedSince: null, shippedDismissed: { since, by, at: dismissedAt, reason: dismissedReason ?? '' } };
}

/** What installing it here would give, as a pack; undefined where one of its files cannot be read. */
async function shippedPack(tx: Tx, shipped: ShippedProcedure): Promise<Pack | undefined> {
  const { processKey, xml, name } = shipped;
  const read = await readable(tx, shipped);
  if (!read) return undefined;
  const { graph, decisions, templates } = read;
  return packFrom(tx, {
    process: { key: processKey, ...processFacts({ graph, processKey }, name) },
    graph,
    xml,
    collections: await collectionsOf(tx, shipped),
    forms: await formsOf(tx, shipped),
    decisions,
    parameterKeys: withTableParameters(parametersOf(graph), decisions),
    templates,
  });
}

async function readable(tx: Tx, shipped: ShippedProcedure) {
  try {
    const { graph, processKey } = await checkXml(tx, shipped.xml, 'zh-CN');
    if (!graph || processKey !== shipped.processKey) return undefined;
    const tables = [...shipped.decisions.values()].map(parseDecisionTable);
    const decisions = Object.fromEntries(tables.map((table) => [table.key, table]));
    const templates = shipped.templates.map(({ needs, file, ...facts }, position) => {
      return { ...facts, position, needs: [...needs], file: new Uint8Array(readDocx(file).bytes) };
    });
    return { graph, decisions, templates };
  } catch (error) {
    if (error instanceof BpmnError || error instanceof DecisionError) return undefined;
    throw error;
  }
}

async function formsOf(tx: Tx, { forms }: ShippedProcedure): Promise<PackParts[string]> {
  const nowhere = engineOf(tx.db).newId();
  const packed: Record<string, Json> = {};
  for (const [elementId, description] of forms) {
    const tree = await formAsKept(tx, draftFormUid(nowhere, elementId), description);
    if (tree) packed[elementId] = packedForm(tree);
  }
  return packed;
}

/**
 * Collections as they are here, with what the content says of its fields now: NocoBase keeps more of a field than it is given. A field that
 * was removed here is as it was before.
 */
async function collectionsOf(tx: Tx, { processKey, collections }: ShippedProcedure): Promise<PackParts[string]> {
  const { base } = await commonPack(tx, processKey);
  const packed: Record<string, Json> = {};
  for (const { fields, ...options } of collections) {
    const here = await packedCollection(tx.db, options.name);
    const before = base?.parts.collections?.[options.name] as unknown as PackedCollection | undefined; // as packs keep it
    const known = new Map([...(before?.fields ?? []), ...(here?.fields ?? [])].map((field) => [field.name, field]));
    const removed = (name: string) => !here?.fields.some((field) => field.name === name);
    const own = new Set(fields.map(({ name }) => name));
    const said = fields.map((field) => ({ ...known.get(field.name), ...field }));
    const others = [...known.values()].filter(({ name }) => !own.has(name) && !removed(name));
    const whole = { ...before, ...here, ...options, fields: [...said, ...others].sort(byName) };
    packed[options.name] = JSON.parse(JSON.stringify(whole)) as Json; // without what JSON does not know
  }
  return packed;
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : 1);
