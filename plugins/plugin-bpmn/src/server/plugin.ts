import { Plugin } from '@nocobase/server';
import { randomUUID } from 'node:crypto';
import { loadScriptRuntime } from '@wuxin/script';
import { z } from 'zod';
import { registerActions } from './actions';
import { builtInInvariants, invariantsOf } from './audit';
import { registerBridge } from './bridge';
import { seedCalendars } from './calendars';
import { activityTypesOf, decisionType, userTaskType } from './engine';
import { caseJobs, deadlineJobs, jobHandlersOf, serviceJobs, Worker } from './jobs';
import { englishTexts } from './forms';
import { migrationJobs } from './migration';
import { installChannel, registerNotify } from './notify';
import { packFoldersOf, textsOfPacks } from './packs';
import { paperCountType, ratingSumsType } from './ratings';
import { keepFieldsInUse, lockFields } from './records';
import { registerRedaction } from './redaction';
import { engineOf } from './runtime/engine';
import { idBehind } from './runtime/ids';
import { scriptRuntimeOf } from './runtime/scripts';
import { prepareDatabase } from './store';
import { registerTaskStats } from './task-stats';
import { packedTests } from './try-out';
import { uploadJobs } from './uploads';
import { announceRecordCollections, learnRecordCollection, recordCollectionsOf, refreshRecordCollections } from './versions';

/** BPMN processes as instances, tasks, deadlines and history; see index.ts for what other plugins may use. */
export class PluginBpmnServer extends Plugin {
  private worker: Worker | undefined;

  /** Registries are filled before other plugins load, so that their own registrations find them. */
  override async beforeLoad(): Promise<void> {
    const { db } = this;
    await prepareDatabase(db);
    engineOf(db).useIds(() => idBehind(String(this.app.snowflakeIdGenerator.generate())));
    scriptRuntimeOf(db).use(await loadScriptRuntime({ stopwatch: processorTime }));
    for (const type of [userTaskType, decisionType, paperCountType, ratingSumsType]) activityTypesOf(db).registerOnce(type);
    const handlers = { ...caseJobs, ...deadlineJobs, ...serviceJobs(db), ...uploadJobs(db), ...migrationJobs(db) };
    for (const [kind, handler] of Object.entries(handlers)) jobHandlersOf(db).set(kind, handler);
    invariantsOf(db).register(...builtInInvariants);
  }

  override async load(): Promise<void> {
    registerActions(this.app);
    lockFields(this.db, recordCollectionsOf(this.db));
    keepFieldsInUse(this.db, recordCollectionsOf(this.db));
    announceRecordCollections(this.db, (recordCollection) => void this.sendSyncMessage({ recordCollection }));
    registerNotify(this.app);
    registerTaskStats(this.app);
    registerBridge(this.app);
    registerRedaction(this.app);
    englishTexts(this.db).register(textsOfPacks);
    packFoldersOf(this.db).register(packedTests);
    this.app.on('beforeStart', () => prepareDatabase(this.db)); // it may have been closed in between
    this.app.on('afterStart', async () => {
      await refreshRecordCollections(this.db);
      this.startWorker();
    });
    this.app.on('beforeStop', () => this.stopWorker());
  }

  /** What another node tells this one. */
  override async handleSyncMessage(message: unknown): Promise<void> {
    const told = z.object({ recordCollection: z.string() }).safeParse(message);
    if (told.success) learnRecordCollection(this.db, told.data.recordCollection);
  }

  override async install(): Promise<void> {
    await installChannel(this.db);
    await this.seedCalendars();
  }

  /** Not `afterUpgrade`, which NocoBase leaves out when a start brings the upgrade with it. */
  override async upgrade(): Promise<void> {
    await this.seedCalendars();
  }

  private async seedCalendars(): Promise<void> {
    await engineOf(this.db).write(seedCalendars);
  }

  /** For tests: carries out everything that is due. */
  async drain(): Promise<void> {
    await this.newWorker().drain();
  }

  private startWorker(): void {
    if (process.env.WUXIN_WORKER === 'off' || this.worker) return;
    this.worker = this.newWorker();
    const { worker } = this;
    engineOf(this.db).poke = () => worker.poke();
    worker.start();
  }

  private async stopWorker(): Promise<void> {
    await this.worker?.stop();
    this.worker = undefined;
  }

  private newWorker(): Worker {
    return new Worker(engineOf(this.db), randomUUID(), { error: (message, error) => this.app.log.error(message, { error }) });
  }
}

/** Milliseconds that this process worked: a script is not stopped because the machine is busy with something else. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
