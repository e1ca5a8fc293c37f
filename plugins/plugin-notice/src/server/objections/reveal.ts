import { notFound, type Tx } from '@wuxin/plugin-bpmn';
import type { ObjectorView, ScanView } from '../../common/api';
import type { Who } from '../rights';
import { tables } from '../store';
import { act } from './locked-objection';
import { scanOf } from './scans';

/** Who decides on it, and nobody else: who objects. That they looked is in the journal, what they saw is not. */
export const revealObjector = (tx: Tx, who: Who, id: string): Promise<ObjectorView> =>
  act(tx, who, ['reveal', id], async (locked) => {
    const { objectorName, contact, note } = locked.objection;
    const file = await scanOf(tx, id);
    locked.note('revealed', { part: 'objector' });
    const scan = file ? { id: file.id, name: file.name, type: file.type, size: file.size } : null;
    return { name: objectorName, contact, note, scan };
  });

/** The same for the scan of the paper. @throws not found `objection.noScan` */
export const revealScan = (tx: Tx, who: Who, id: string): Promise<ScanView> =>
  act(tx, who, ['reveal', id], async (locked) => {
    const file = await scanOf(tx, id);
    const bytes = file && (await tables.fileBytes.find(tx, { id: file.id }));
    if (!bytes) throw notFound('objection.noScan');
    locked.note('revealed', { part: 'scan' });
    return { name: file.name, type: file.type, content: bytes.bytes };
  });
