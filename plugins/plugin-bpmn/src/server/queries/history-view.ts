import type { HistoryView } from '../../common/api';
import { textOf } from '../runtime/texts';
import { tables, type HistoryRecord } from '../store';
import { person } from './inbox';
import type { Reader } from './reader';

/** What people see of the history: their own acts and what the engine did that they would ask about. */
const SHOWN = new Set([
  'caseStarted',
  'taskCompleted',
  'taskGivenBack',
  'taskClaimed',
  'taskUnclaimed',
  'taskTransferred',
  'taskDelegated',
  'taskReturned',
  'taskReminded',
  'taskSkipped',
  'assignedByPolicy',
  'stepWithdrawn',
  'ccSent',
  'deadlinePassed',
  'deadlineEscalated',
  'timerFired',
  'messageCaught',
  'signalCaught',
  'elementFailed',
  'incidentRetried',
  'incidentResolved',
  'instanceSuspended',
  'instanceResumed',
  'instanceCancelled',
  'instanceEnded',
]);

export async function historyViews(reader: Reader, rows: readonly HistoryRecord[]): Promise<HistoryView[]> {
  const shown = rows.filter(({ kind }) => SHOWN.has(kind));
  const ids = shown.filter(({ payloadDigest }) => payloadDigest !== null).map(({ id }) => id);
  const payloads = ids.length > 0 ? await tables.historyPayloads.select(reader.tx, { historyId: ids }) : [];
  const opinions = new Map(payloads.map(({ historyId, payload }) => [historyId, textOrNull(payload.opinion)]));
  return shown.map((row) => historyView(reader, row, opinions.get(row.id) ?? null));
}

function historyView({ locale }: Reader, row: HistoryRecord, opinion: string | null): HistoryView {
  const facts = { ...row.data, actor: row.actorName ?? textOf(locale, 'history.system'), element: row.elementName ?? '' };
  return {
    sequence: row.sequence,
    kind: row.kind,
    elementId: row.elementId,
    elementName: row.elementName,
    text: textOf(locale, `history.${row.kind}`, facts),
    opinion: opinion ?? textOrNull(row.data.reason),
    outcomeName: textOrNull(row.data.outcomeName),
    actor: person(row.actorId, row.actorName),
    onBehalfOf: person(row.onBehalfOfId, row.onBehalfOfName),
    channel: row.channel,
    occurredAt: row.occurredAt,
    recordedAt: row.recordedAt,
  };
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
