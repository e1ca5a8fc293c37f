import { Op } from 'sequelize';
import { draftFormUid } from '../../common/form';
import { tables, Table, type ReadTx } from '../store';

/** NocoBase's table of which model stands in which, at any depth; each stands in itself. */
const treePath = new Table<{ ancestor: string; descendant: string }>('flowModelTreePath', {
  ancestor: 'text',
  descendant: 'text',
});

const FORMS = 'bpmnForm_';
/** A page is saved as a whole, with all ids and words in it. */
const BATCH = 500;

/** Keys of the processes whose draft forms these models are, or stand in. */
export async function processesOfForms(tx: ReadTx, uids: readonly string[]): Promise<string[]> {
  const roots = new Set(uids.filter((uid) => uid.startsWith(FORMS)));
  const all = [...new Set(uids)];
  for (let start = 0; start < all.length; start += BATCH) {
    const descendant = all.slice(start, start + BATCH);
    const above = await treePath.select(tx, { descendant, ancestor: { [Op.startsWith]: FORMS } });
    above.forEach(({ ancestor }) => roots.add(ancestor));
  }
  if (roots.size === 0) return [];
  const processes = await tables.processes.selectColumns(tx, ['key'], {});
  return processes.map(({ key }) => key).filter((key) => [...roots].some((root) => root.startsWith(draftFormUid(key, ''))));
}
