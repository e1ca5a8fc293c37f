import type { ActivityType } from '../../activity-types';
import { underCommand } from '../../records';

/** Writes into the record, adds a row and changes one twice, as content does, and says so. */
export const noteRound: ActivityType = {
  type: 'noteRound',
  async enter({ tx, unit, instance, record, variables }) {
    const { transaction } = tx;
    const { recordId } = instance;
    unit.noteRecordWrite({ state: record?.['state'] ?? null });
    await underCommand(tx, async () => {
      const values = { state: `第 ${Number(variables['rounds'])} 轮` };
      await tx.db.getRepository('lamps').update({ filterByTk: recordId ?? '', values, transaction });
      const row = await tx.db.getRepository('lampRows').create({ values: { lampId: recordId }, transaction });
      unit.noteRowAdded({ collection: 'lampRows', id: String(row.get('id')) });
      const shelf = await tx.db.getRepository('shelves').findOne({ transaction });
      for (const state of ['一层', '二层']) {
        const before = { state: String(shelf.get('state')) };
        unit.noteRowChanged({ collection: 'shelves', id: String(shelf.get('id')), before });
        await shelf.update({ state }, { transaction });
      }
    });
    return { kind: 'completed', variables: {} };
  },
};
