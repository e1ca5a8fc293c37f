/**
 * The door of plugin-bpmn for other plugins: registries to add to, commands to run, what a command needs. Nothing else of
 * the plugin is meant to be reached from outside.
 */
export {
  type AuditedCase,
  type AuditReport,
  auditText,
  type BrokenRow,
  type CaseInvariant,
  type DatabaseInvariant,
  type Invariant,
  invariantsOf,
  verifyDatabase,
} from './audit';
export { assigneeKinds, type AssigneeKind, type AssignmentContext, type GroupKey, holdersOf } from './assignment';
export { calendarFor } from './calendars';
export {
  cancelInstance,
  claimTask,
  completeActivity,
  type CompletedActivity,
  completeTask,
  deliverMessage,
  type Deployment,
  deployProcess,
  hasProcess,
  lockCase,
  type Message,
  publishProcess,
  saveTemplate,
  type StartedInstance,
  startInstance,
  type StartRequest,
  unclaimTask,
} from './commands';
export { defineDecision } from './decisions';
export { canonicalJson } from './history';
export {
  type ActivityContext,
  type ActivityType,
  activityTypesOf,
  type Entered,
  type ServiceHandler,
  serviceHandlersOf,
  serviceType,
} from './engine';
export type { FormDescription } from '../common/form';
export { type DocxBlock, docxOf, fileNameOf, type GivenTemplate, type PrintedDocument } from './documents';
export { englishTexts, type EnglishTexts, installDraftForm } from './forms';
export { noteInstalled, offerShipped, type PackFolder, packFoldersOf, rememberPublished, type ShippedProcedure } from './packs';
export { confirmParameter, defineParameters, type ParameterDefinition, parametersInForce } from './parameters';
export { brokenAt, type ChainedRow, GENESIS, hashOfRow, Journal, type JournalEvent, LockedRow } from './journal';
export { type JobHandler, jobHandlersOf, LEASE_BATCH, leaseJobs, leaseTimers, type OwnJob, queueJobs, settleCase } from './jobs';
export { type OwnMessage, tellPeople } from './notify';
export { type Place, placesOf, type PlacesProvider } from './places';
export { PluginBpmnServer, PluginBpmnServer as default } from './plugin';
export { callerOf, caseFamily, type CaseRef, doersOf, historyHashAt, lastCalledBy, openTasksOf } from './queries';
export { type RecordLock, recordLocksOf, underCommand } from './records';
export { type Actor, type ActorOrSystem, SYSTEM } from './runtime/actor';
export { type Engine, engineOf } from './runtime/engine';
export { isLocalDate, localDateOf, localTimeOf } from './runtime/local-date';
export { keyedDigest } from './runtime/keyed-digest';
export { ownNamesOf } from './runtime/own-names';
export { perDatabase } from './runtime/per-database';
export { BpmnError, badInput, conflict, forbidden, notFound } from './runtime/errors';
export type { ReadAt } from './runtime/read-at';
export { addTexts, type Locale, localeOf, textOf } from './runtime/texts';
export type { Tx } from './runtime/tx';
export { nextOfYear, type ReadTx, type SelectOptions, Table } from './store';
export { refusalsOf, type RefusalWords } from './try-out';
export {
  action,
  fileAction,
  type Reader,
  readerOf,
  registerOwnActions,
  type Request,
  type SentFile,
  uploadAction,
} from './actions';
export { ADMINISTRATION_SNIPPET, SUPERVISION_SNIPPET } from './rights';
