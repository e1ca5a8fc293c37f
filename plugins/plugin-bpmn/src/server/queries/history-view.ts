import type { HistoryView } from '../../common/api';
import { outcomeNameIn } from '../commands';
import { wordsOf } from '../history';
import { textOf, type Locale } from '../runtime/texts';
import { correctionsIn } from './corrections';
import { tables, type HistoryRecord } from '../store';
import { person } from './person';
import { elementNameIn, type LoadedVersion } from '../versions';
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
  'personAdded',
  'personRemoved',
  'taskReturned',
  'taskReminded',
  'taskSkipped',
  'assignedByPolicy',
  'stepWithdrawn',
  'ccSent',
  'activityDecided',
  'countDiffers',
  'deadlinePassed',
  'deadlineEscalated',
  'deadlineMoved',
  'deadlineConfirmed',
  'clockStopped',
  'clockResumed',
  'timerFired',
  'messageCaught',
  'signalCaught',
  'elementFailed',
  'incidentRetried',
  'incidentResolved',
  'parametersCorrected',
  'instanceSuspended',
  'instanceResumed',
  'instanceCancelled',
  'instanceMigrated',
  'instanceEnded',
]);

export async function historyViews(
  reader: Reader,
  version: LoadedVersion,
  rows: readonly HistoryRecord[],
): Promise<HistoryView[]> {
  const shown = rows.filter(({ kind }) => SHOWN.has(kind));
  const ids = shown.filter(({ payloadDigest }) => payloadDigest !== null).map(({ id }) => id);
  const payloads = ids.length > 0 ? await tables.historyPayloads.select(reader.tx, { historyId: ids }) : [];
  const payloadOf = new Map(payloads.map(({ historyId, payload }) => [historyId, payload]));
  return shown.map((row) => historyView(reader, version, row, wordsOf(row, payloadOf.get(row.id))));
}

function historyView({ locale }: Reader, version: LoadedVersion, row: HistoryRecord, opinion: string | null): HistoryView {
  const { elementName, outcomeName, to } = namesIn(locale, version, row);
  const changes = row.kind === 'parametersCorrected' ? correctionsIn(locale, row.data.changes) : '';
  const said = { changes, sentence: sentenceIn(locale, row), actor: whoActed(locale, row) };
  const facts = { ...row.data, ...said, element: elementName ?? '', outcomeName, to };
  return {
    sequence: row.sequence,
    kind: row.kind,
    elementId: row.elementId,
    elementName,
    text: textOf(locale, textKeyOf(row), facts),
    opinion,
    outcomeName,
    actor: person(row.actorId, row.actorName),
    onBehalfOf: person(row.onBehalfOfId, row.onBehalfOfName),
    channel: row.channel,
    occurredAt: row.occurredAt,
    recordedAt: row.recordedAt,
  };
}

/** What reaches a case from outside names who sent it, where that was a person; a retry, what was mended before it. */
function textKeyOf({ kind, actorId, data }: HistoryRecord): string {
  switch (kind) {
    case 'messageCaught':
    case 'signalCaught':
      return actorId === null ? `history.${kind}` : `history.${kind}From`;
    case 'incidentRetried':
      return Array.isArray(data.variables) && data.variables.length > 0 ? 'history.incidentMended' : `history.${kind}`;
    case 'taskGivenBack': // older rows do not say to whom
      return textOrNull(data.to) === null ? `history.${kind}` : 'history.taskGivenBackTo';
    case 'taskSkipped':
      return data.code === 'assignment.onlySubject' ? 'history.taskSkippedForSubject' : `history.${kind}`;
    default:
      return `history.${kind}`;
  }
}

/** Whoever did it, and for whom where it was not theirs to do. */
function whoActed(locale: Locale, { actorName, onBehalfOfName }: HistoryRecord): string {
  const name = actorName ?? textOf(locale, 'history.system');
  return onBehalfOfName === null ? name : textOf(locale, 'person.onBehalfOf', { name, other: onBehalfOfName });
}

/** Elements and outcomes as the case's own version names them in the reader's language. */
function namesIn(locale: Locale, version: LoadedVersion, { elementId, elementName, data }: HistoryRecord) {
  const name = (id: string, stored: string) => elementNameIn(locale, version.graph, id, stored);
  const outcome = { outcome: textOrNull(data.outcome), outcomeName: textOrNull(data.outcomeName) };
  const { to, toElementId } = data;
  return {
    elementName: elementId !== null && elementName !== null ? name(elementId, elementName) : elementName,
    outcomeName: elementId === null ? outcome.outcomeName : outcomeNameIn(locale, version, { elementId, ...outcome }),
    // people, except where the case was returned to an element
    to: typeof toElementId === 'string' && typeof to === 'string' ? name(toElementId, to) : to,
  };
}

/** What an activity has decided. */
export const sentenceIn = (locale: Locale, { data }: Pick<HistoryRecord, 'data'>): string =>
  textOrNull(locale === 'en-US' ? data.sentenceEn : data.sentence) ?? '';

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
