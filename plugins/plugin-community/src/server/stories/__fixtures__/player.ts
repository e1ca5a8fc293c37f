import type { Database } from '@nocobase/database';
import { connect } from '../../connect';
import type { Actor, BpmnPort } from '../../ports';
import { createRow, findRow, text } from '../../rows';
import type { Story, StoryStep } from './story';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

interface PlayedCase {
  readonly instanceId: string;
  readonly recordId: string;
  readonly collection: string;
}

/** Plays stories with the ordinary commands; its clock moves an hour with each step. */
export class StoryPlayer {
  private readonly bpmn: BpmnPort;
  private now = Date.now();

  constructor(private readonly db: Database) {
    this.bpmn = connect(db);
  }

  async start(processKey: string, collection: string, { place, startedBy, record }: Story): Promise<PlayedCase> {
    const placeId = text((await this.row('places', { code: place }))!, 'id');
    const actor = await this.actor(startedBy);
    this.now += HOUR_MS;
    return this.bpmn.write(async (tx) => {
      const recordId = text(await createRow(tx, collection, { ...record, place: Number(placeId) }), 'id');
      const request = { processKey, title: record.title, placeId, recordId };
      const { instanceId } = await this.bpmn.play.startInstance(tx, actor, request);
      return { instanceId, recordId, collection };
    }, this.now);
  }

  /** @returns the code of the refusal, or null when the step was done */
  async perform({ instanceId }: PlayedCase, step: StoryStep): Promise<string | null> {
    this.now += step.afterDays * DAY_MS + HOUR_MS;
    await this.bpmn.play.settle(instanceId, this.now);
    const actor = await this.actor(step.by);
    const { outcome, data, opinion } = step;
    try {
      await this.bpmn.write(async (tx) => {
        const open = await this.bpmn.play.openTasks(tx, instanceId);
        const task = open.find(({ elementId }) => elementId === step.task);
        if (!task) throw new Error(`${step.task} is not open; open: ${open.map(({ elementId }) => elementId).join(', ')}`);
        await this.bpmn.play.completeTask(tx, actor, task.id, { outcome, data, opinion });
      }, this.now);
      await this.bpmn.play.settle(instanceId, this.now);
      return null;
    } catch (error) {
      const { code } = error as { code?: unknown };
      if (typeof code !== 'string') throw error;
      return code;
    }
  }

  async endOf({
    instanceId,
    recordId,
    collection,
  }: PlayedCase): Promise<Omit<Story['ends'], 'status' | 'documents'> & { status: string }> {
    const instance = (await this.row('bpmnInstances', { id: instanceId }))!;
    const stage = instance.get('stage');
    const open = await this.bpmn.write((tx) => this.bpmn.play.openTasks(tx, instanceId));
    const record = (await this.row(collection, { id: recordId })) as { toJSON(): Record<string, unknown> } | undefined; // a model
    return {
      status: text(instance, 'status'),
      stage: typeof stage === 'string' ? stage : null,
      open: open.map(({ elementId }) => elementId).sort(),
      record: record?.toJSON() ?? {},
    };
  }

  private row(collection: string, filter: Record<string, unknown>) {
    return findRow({ db: this.db }, collection, filter);
  }

  private async actor(username: string): Promise<Actor> {
    const user = await this.row('users', { username });
    if (!user) throw new Error(`the demonstration has no account ${username}`);
    return { userId: Number(user.get('id')), name: text(user, 'nickname'), isAdministrator: false, roles: [], channel: 'web' };
  }
}
