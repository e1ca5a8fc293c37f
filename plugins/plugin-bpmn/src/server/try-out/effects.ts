import type { Command, Variables } from '@wuxin/bpmn-core';
import { z } from 'zod';
import { BpmnError, conflict, notFound } from '../runtime/errors';
import { textOf } from '../runtime/texts';
import type { JobRecord } from '../store';
import { inBoth } from './entries';
import type { CaseInMemory } from './scratch-case';
import { begin } from './start';
import { versionInForce, type TriedVersion } from './version-to-try';
import { LIMITS, type World } from './world';

const values = z.record(z.string(), z.unknown()).transform((value) => value as Variables); // jobs hold JSON
const Call = z.object({
  tokenId: z.string(),
  elementId: z.string(),
  calledElement: z.string(),
  variables: z.object({ record: values.optional(), place: z.union([z.string(), z.number()]).optional() }).catchall(z.unknown()),
});
const Token = z.object({ tokenId: z.string() });
const Ended = z.object({ parentTokenId: z.string(), status: z.string(), variables: values, errorCode: z.string().optional() });
const Escalated = z.object({ parentTokenId: z.string(), code: z.string(), variables: values });
const Thrown = z.object({ elementId: z.string(), name: z.string(), correlationKey: z.string().nullish(), variables: values });

/** Carries out, among the cases of the try-out, what a step leads to in other cases; what would reach people is told instead. */
export async function settle(world: World): Promise<void> {
  for (let done = 0; ; done += 1) {
    const next = world.jobs.shift();
    if (!next) return;
    if (done >= LIMITS.jobs) throw conflict('tryOut.tooMuch', { maximum: LIMITS.jobs });
    await carryOut(world, next.of, next.job);
  }
}

async function carryOut(world: World, of: CaseInMemory, { kind, payload, tokenId }: JobRecord): Promise<void> {
  switch (kind) {
    case 'startChild':
      return call(world, of, Call.parse(payload));
    case 'cancelChild':
      return cancelCalled(world, of, Token.parse(payload).tokenId);
    case 'completeCall':
      return endCall(world, of, Ended.parse(payload));
    case 'escalateCall': {
      const { parentTokenId, code: escalationCode, variables } = Escalated.parse(payload);
      return toCaller(world, of, parentTokenId, { type: 'throwEscalation', tokenId: parentTokenId, escalationCode, variables });
    }
    case 'messageThrown':
    case 'signalThrown':
      return deliver(world, of, kind, Thrown.parse(payload));
    case 'notifyTask':
    case 'notifyPerson':
    case 'ccPeople':
      return undefined;
    default:
      // work of a service: nobody is asked, whoever tries the process out says what comes back
      if (tokenId) of.asked.set(tokenId, of.session.reader.token(tokenId)?.elementId ?? '');
  }
}

async function call(world: World, of: CaseInMemory, { tokenId, elementId, calledElement, variables }: z.output<typeof Call>) {
  if (!of.session.holdsToken(tokenId)) return;
  const { record = {}, place, ...inputs } = variables;
  const { record: caller } = of.session;
  try {
    const called = await calledVersion(world, of, calledElement);
    await begin(world, {
      ...called,
      caseId: of.nameOfCall(elementId),
      placeId: place === undefined ? caller.placeId : String(place),
      starter: caller.starterId === null ? null : { id: caller.starterId, name: caller.starterName ?? '' },
      variables: inputs as Variables, // jobs hold JSON
      record,
      titleOfCaller: caller.title,
      caller: { of, tokenId },
    });
  } catch (error) {
    if (!(error instanceof BpmnError) || error.code === 'tryOut.tooMuch') throw error;
    world.stop(of, tokenId, elementId, error);
  }
}

async function calledVersion(world: World, { version, session }: CaseInMemory, calledElement: string): Promise<Called> {
  if (!Object.hasOwn(version.graph.processes, calledElement))
    return { ...(await versionInForce(world.tx, calledElement)), processId: calledElement };
  const { processKey: key, processName: name, recordCollection } = session.record;
  const process = { key, name, nameEn: null, recordCollection, publishedVersionId: null, draftVersionId: null, createdAt: 0 };
  return { process, version, processId: calledElement };
}

type Called = TriedVersion & { readonly processId: string };

async function cancelCalled(world: World, of: CaseInMemory, tokenId: string): Promise<void> {
  const called = world.cases.find(({ caller }) => caller?.of === of && caller.tokenId === tokenId);
  if (called?.session.record.status === 'running') await world.move(called, { type: 'cancel' });
}

async function endCall(
  world: World,
  of: CaseInMemory,
  { parentTokenId: tokenId, status, variables, errorCode }: z.output<typeof Ended>,
) {
  if (errorCode !== undefined) return toCaller(world, of, tokenId, { type: 'throwError', tokenId, errorCode, variables });
  if (status !== 'cancelled') return toCaller(world, of, tokenId, { type: 'completeActivity', tokenId, variables });
}

async function toCaller(world: World, { caller }: CaseInMemory, tokenId: string, command: Command): Promise<void> {
  if (caller?.of.session.holdsToken(tokenId)) await world.move(caller.of, command);
}

/** To a case of this try-out that waits for it; others are not told. */
async function deliver(
  world: World,
  of: CaseInMemory,
  kind: 'messageThrown' | 'signalThrown',
  { name, correlationKey, variables, elementId }: z.output<typeof Thrown>,
): Promise<void> {
  const waited = kind === 'messageThrown' ? 'message' : 'signal';
  const waiting = world.cases.flatMap((one) =>
    one.session.subscriptions
      .filter((row) => row.kind === waited && row.name === name)
      .filter((row) => waited === 'signal' || row.correlationKey === null || row.correlationKey === (correlationKey ?? null))
      .map(({ id }) => ({ one, id })),
  );
  const receivers = waited === 'message' ? waiting.slice(0, 1) : waiting;
  for (const { one, id } of receivers) {
    const isStillWaited = one.session.subscriptions.some((row) => row.id === id);
    if (isStillWaited)
      await world.move(one, { type: waited === 'message' ? 'deliverMessage' : 'deliverSignal', subscriptionId: id, variables });
  }
  const key = receivers.length > 0 ? 'thrown' : 'thrownOutside';
  world.tell(of, { kind: 'told', elementId, said: inBoth((locale) => textOf(locale, `tryOut.did.${key}`, { name })) });
}

export const nothingThere = (elementId: string) => notFound('tryOut.nothingThere', { elementId });
