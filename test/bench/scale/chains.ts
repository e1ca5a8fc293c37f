import type { Database } from '@nocobase/database';
import type { Json } from '@wuxin/bpmn-core';
import { canonicalJson } from '@wuxin/plugin-bpmn';
import { createHash } from 'node:crypto';
import { QueryTypes } from 'sequelize';

/** Stands in a text for what the copy's ids begin with. */
const MARK = '@COPY@';
/** Columns that the driver gives as text. */
const BIG = ['occurredAt', 'recordedAt', 'actorId', 'onBehalfOfId'];

type Row = Readonly<Record<string, Json>> & Record<'instanceId' | 'previousHash' | 'hash' | 'data', string>;

/**
 * Prepares the database to hash the history of copies as the commands would have: `"benchChains"` has for each original the texts
 * that its rows' hashes cover, with a mark for the copy; `bench_chain(texts, copy)` gives the hashes of one.
 * @throws Error when a text does not give the hash that the command stored
 */
export async function prepareChains(db: Database): Promise<void> {
  const rows = await db.sequelize.query<Row>(`SELECT * FROM "bpmnHistory" ORDER BY "instanceId", "sequence"`, {
    type: QueryTypes.SELECT,
  });
  const texts = new Map<string, string[]>();
  for (const row of rows) {
    if (hash(row.previousHash + textOf(row, '')) !== row.hash) throw new Error('the history is hashed in another way than here');
    texts.set(row.instanceId, [...(texts.get(row.instanceId) ?? []), textOf(row, MARK)]);
  }
  await db.sequelize.query('CREATE TABLE "benchChains" ("instanceId" VARCHAR(255) PRIMARY KEY, "texts" JSONB NOT NULL)');
  for (const [instanceId, ofInstance] of texts)
    await db.sequelize.query('INSERT INTO "benchChains" VALUES (:instanceId, :texts)', {
      replacements: { instanceId, texts: JSON.stringify(ofInstance) },
    });
  await db.sequelize.query('ANALYZE "benchChains"');
  await db.sequelize.query(`CREATE FUNCTION bench_chain(texts JSONB, copy TEXT) RETURNS TEXT[] LANGUAGE plpgsql IMMUTABLE AS $$
    DECLARE hash TEXT := repeat('0', 64); hashes TEXT[] := '{}'; part TEXT;
    BEGIN
      FOR part IN SELECT jsonb_array_elements_text(texts) LOOP
        hash := encode(sha256(convert_to(hash || replace(part, '${MARK}', copy), 'UTF8')), 'hex');
        hashes := hashes || hash;
      END LOOP;
      RETURN hashes;
    END $$`);
}

/** What a hash covers, of a copy whose ids begin so. */
function textOf(row: Row, copy: string): string {
  const { id: _id, hash: _hash, previousHash: _previous, ...columns } = row;
  const facts: Record<string, Json> = { ...columns, data: JSON.parse(row.data) as Json };
  for (const name of BIG) facts[name] = facts[name] === null ? null : Number(facts[name]);
  for (const name of ['instanceId', 'tokenId']) if (typeof facts[name] === 'string') facts[name] = copy + facts[name];
  return canonicalJson(facts);
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
