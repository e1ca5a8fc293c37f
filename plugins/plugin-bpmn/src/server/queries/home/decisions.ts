import type { HomeDecision } from '../../../common/api';
import { caseTitleIn, elementNameIn, loadVersion } from '../../versions';
import { sentenceIn } from '../history-view';
import { placeInProcess } from '../inbox';
import type { Reader } from '../reader';
import { visibleCases } from '../scopes';
import { casesOf, decidedEvents, endedCases, type DecidedCase, type DecidedEvent } from './decided-rows';
import { endNames } from './end-names';
import { notWithdrawn } from './not-withdrawn';

const MAX_DECISIONS = 8;

type Decided =
  | { readonly instance: DecidedCase; readonly at: number; readonly event: DecidedEvent }
  | { readonly instance: DecidedCase; readonly at: number; readonly event: null };

/** What was decided lately in cases that the reader may open: what activities decided, such as votes, and how cases ended. */
export async function decisionsFor(reader: Reader): Promise<HomeDecision[]> {
  const visible = await visibleCases(reader);
  // of both some more than are shown, since what was taken back or said already is left out
  const ended = await endedCases(reader, visible, 2 * MAX_DECISIONS);
  const events = await notWithdrawn(reader.tx, await decidedEvents(reader, visible, 2 * MAX_DECISIONS));
  const cases = await casesOf(reader, events, ended);
  const decided: Decided[] = [
    ...ended.filter(isNews(events)).map((instance) => ({ instance, at: instance.endedAt ?? 0, event: null })),
    ...events.flatMap((event) => {
      const instance = cases.get(event.instanceId);
      return instance ? [{ instance, at: event.recordedAt, event }] : [];
    }),
  ];
  const newest = decided.sort((one, other) => other.at - one.at).slice(0, MAX_DECISIONS);
  const names = await endNames(
    reader,
    newest.flatMap(({ event, instance }) => (event === null ? [instance] : [])),
  );
  return Promise.all(newest.map((one) => viewOf(reader, one, names)));
}

/** A called case such as a meeting is over with what was decided in it: one line says both. */
const isNews =
  (events: readonly DecidedEvent[]) =>
  ({ id, parentInstanceId }: DecidedCase): boolean =>
    parentInstanceId === null || !events.some(({ instanceId }) => instanceId === id);

async function viewOf(
  reader: Reader,
  { instance, at, event }: Decided,
  names: ReadonlyMap<string, string>,
): Promise<HomeDecision> {
  const { id: instanceId, status, placeId, placeName } = instance;
  const { processName } = await placeInProcess(reader, instance);
  return {
    instanceId,
    title: caseTitleIn(reader.locale, instance),
    processName,
    place: placeId === null ? null : { id: placeId, name: placeName ?? '' },
    at,
    result: event ? await activityResult(reader, instance, event) : { kind: 'end', status, name: names.get(instanceId) ?? null },
  };
}

async function activityResult(
  { tx, locale }: Reader,
  { versionId }: DecidedCase,
  { elementId, elementName, data }: DecidedEvent,
): Promise<HomeDecision['result']> {
  const { graph } = await loadVersion(tx, versionId);
  const name = elementId === null ? '' : elementNameIn(locale, graph, elementId, elementName ?? elementId);
  return { kind: 'activity', elementName: name, sentence: sentenceIn(locale, { data }) };
}
