import type { Instant } from '@wuxin/bpmn-core';
import { Table, type ReadTx } from '../store';

/** The pack that a process was made from or last brought up to: what both sides have in common at the next one. */
export interface PackRecord {
  processKey: string;
  /** An archive of this one procedure. */
  archiveBase64: string;
  /** What its forms and fields say in English, by what they say. */
  texts: Record<string, string>;
  keptAt: Instant;
  keptByName: string | null;
}

/** The newest content of a process that a plugin brought, as a pack. */
export interface ShippedPackRecord {
  processKey: string;
  /** Of the content: the same content is looked at once. */
  contentDigest: string;
  /** Of {@link archiveBase64}. */
  packDigest: string;
  /** Empty where it is what was installed. */
  archiveBase64: string;
  /** Since when administrators may take it in; null where there is nothing to take, or somebody has. */
  offeredAt: Instant | null;
  /** Since when nobody is offered it although it is there, who said so and why. */
  dismissedAt: Instant | null;
  dismissedById: number | null;
  dismissedByName: string | null;
  dismissedReason: string | null;
}

export const NOT_DISMISSED = { dismissedAt: null, dismissedById: null, dismissedByName: null, dismissedReason: null } as const;

export const shippedPacks = new Table<ShippedPackRecord>('bpmnShippedPacks', {
  processKey: 'text',
  contentDigest: 'text',
  packDigest: 'text',
  archiveBase64: 'text',
  offeredAt: 'number',
  dismissedAt: 'number',
  dismissedById: 'number',
  dismissedByName: 'text',
  dismissedReason: 'text',
});

export const packs = new Table<PackRecord>('bpmnPacks', {
  processKey: 'text',
  archiveBase64: 'text',
  texts: 'json',
  keptAt: 'number',
  keptByName: 'text',
});

/** English of the texts of all packs. */
export async function textsOfPacks(tx: ReadTx): Promise<Readonly<Record<string, string>>> {
  const rows = await packs.selectColumns(tx, ['texts'], {});
  return Object.assign({}, ...rows.map(({ texts }) => texts)) as Record<string, string>; // records of texts
}
