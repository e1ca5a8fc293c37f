import type { Pack } from '@wuxin/pack-format';
import type { PackObstacle } from '../../common/api';
import { activityTypesOf } from '../activity-types';
import { textOf, type Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';
import { readCollections, retypedFields } from './collections';

/**
 * What is missing here, or stands in the way. A process that is called and not here is a warning: it can be brought afterwards.
 * @param together keys of the procedures that come with it
 */
export async function obstaclesTo(tx: Tx, pack: Pack, together: readonly string[], locale: Locale): Promise<PackObstacle[]> {
  const { calls, activityTypes } = pack.manifest;
  const processes = await tables.processes.selectColumns(tx, ['key'], { key: calls });
  const here = new Set([...processes.map(({ key }) => key), ...together]);
  return [
    ...retypedFields(tx.db, readCollections(tx.db, pack.parts.collections)).map(
      (field): PackObstacle => ({
        kind: 'fieldType',
        text: textOf(locale, 'pack.obstacle.fieldType', field),
        isWarning: false,
      }),
    ),
    ...activityTypes
      .filter((type) => !activityTypesOf(tx.db).has(type))
      .map(
        (type): PackObstacle => ({
          kind: 'activityType',
          text: textOf(locale, 'pack.obstacle.activityType', { type }),
          isWarning: false,
        }),
      ),
    ...calls
      .filter((key) => !key.startsWith('=') && !here.has(key))
      .map((key): PackObstacle => ({ kind: 'process', text: textOf(locale, 'pack.obstacle.process', { key }), isWarning: true })),
  ];
}
