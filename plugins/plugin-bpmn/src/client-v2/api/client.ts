import type * as contract from '../../common/api';
import { reader, type ApiClient } from './request';

type Id = string;

/** The HTTP actions of this plugin, typed by src/common/api. */
export type BpmnApi = ReturnType<typeof createApi>;

/** Binds the actions to NocoBase's API client; failures are thrown as they come (see `toFailure`). */
export function createApi(client: ApiClient) {
  const { get, post, file } = reader(client);
  return {
    home: {
      overview: () => get<contract.Home>('bpmnHome:overview'),
    },
    tasks: {
      // names that somebody searches for stand in no address: those of requests are logged on the way
      inbox: (query: contract.InboxQuery) => post<contract.InboxPage>('bpmnTasks:inbox', null, query),
      open: (id: Id) => get<contract.OpenedTask>('bpmnTasks:open', { filterByTk: id }),
      complete: (id: Id, body: contract.CompleteTaskBody) => post<unknown>('bpmnTasks:complete', id, body),
      saveDraft: (id: Id, body: contract.SaveDraftBody) => post<contract.DraftSaved>('bpmnTasks:saveDraft', id, body),
      claim: (id: Id) => post<unknown>('bpmnTasks:claim', id),
      stopClock: (id: Id, body: contract.StopClockBody) => post<unknown>('bpmnTasks:stopClock', id, body),
      resumeClock: (id: Id) => post<unknown>('bpmnTasks:resumeClock', id),
      unclaim: (id: Id) => post<unknown>('bpmnTasks:unclaim', id),
      transfer: (id: Id, body: contract.HandOverBody) => post<unknown>('bpmnTasks:transfer', id, body),
      delegate: (id: Id, body: contract.HandOverBody) => post<unknown>('bpmnTasks:delegate', id, body),
      addPerson: (id: Id, body: contract.HandOverBody) => post<unknown>('bpmnTasks:addPerson', id, body),
      removePerson: (id: Id, body: contract.RemovePersonBody) => post<unknown>('bpmnTasks:removePerson', id, body),
      returnTo: (id: Id, body: contract.ReturnBody) => post<unknown>('bpmnTasks:returnTo', id, body),
      remind: (id: Id, body: contract.RemindBody) => post<contract.Reminded>('bpmnTasks:remind', id, body),
      upload: (id: Id, file: File) => {
        const form = new FormData();
        form.append('file', file);
        return post<contract.FileRef>('bpmnTasks:upload', id, form);
      },
      removeFile: (id: Id, fileId: number) => post<unknown>('bpmnTasks:removeFile', id, { fileId }),
    },
    people: {
      search: (query: contract.PeopleQuery) => post<contract.PersonOption[]>('bpmnPeople:search', null, query),
    },
    instances: {
      track: (id: Id) => get<contract.TrackedInstance>('bpmnInstances:track', { filterByTk: id }),
      documents: (id: Id) => get<contract.DocumentView[]>('bpmnInstances:documents', { filterByTk: id }),
      document: (id: Id, key: string) => file('bpmnInstances:document', { filterByTk: id, document: key }),
      start: (body: contract.StartBody) => post<contract.Started>('bpmnInstances:start', null, body),
      cancel: (id: Id, reason: string) => post<unknown>('bpmnInstances:cancel', id, { reason }),
      suspend: (id: Id, reason: string) => post<unknown>('bpmnInstances:suspend', id, { reason }),
      resume: (id: Id, reason: string) => post<unknown>('bpmnInstances:resume', id, { reason }),
      parameters: (id: Id) => get<contract.CaseParameter[]>('bpmnInstances:parameters', { filterByTk: id }),
      correctParameters: (id: Id, body: contract.CorrectParametersBody) =>
        post<unknown>('bpmnInstances:correctParameters', id, body),
      withdraw: (id: Id, reason: string) => post<unknown>('bpmnInstances:withdraw', id, { reason }),
      cc: (id: Id, userIds: number[], note: string) => post<unknown>('bpmnInstances:cc', id, { userIds, note }),
    },
    processes: {
      overview: () => get<contract.ProcessRow[]>('bpmnProcesses:overview'),
      detail: (key: string) => get<contract.ProcessDetail>('bpmnProcesses:detail', { filterByTk: key }),
      deploy: (xml: string, note?: string) => post<contract.DeployResult>('bpmnProcesses:deploy', null, { xml, note }),
      draw: (name: string) => post<{ processKey: string }>('bpmnProcesses:draw', null, { name }),
      draft: (key: string) => get<contract.ProcessDraft>('bpmnProcesses:draft', { filterByTk: key }),
      draftProblems: (key: string) => get<contract.DraftProblems>('bpmnProcesses:draftProblems', { filterByTk: key }),
      saveDraft: (key: string, body: contract.SaveProcessDraftBody) =>
        post<contract.ProcessDraftSaved>('bpmnProcesses:saveDraft', key, body),
      compare: (key: string, from: number, to: number) =>
        get<contract.VersionComparison>('bpmnProcesses:compare', { filterByTk: key, from, to }),
      migrationPlan: (key: string, body: contract.MigrationPlanBody) =>
        post<contract.MigrationPlanView>('bpmnProcesses:migrationPlan', key, body),
      previewMigration: (key: string, body: contract.MigrationPreviewBody) =>
        post<contract.MigrationPreview>('bpmnProcesses:previewMigration', key, body),
      migrate: (key: string, body: contract.MigrateBody) => post<{ migrationId: string }>('bpmnProcesses:migrate', key, body),
      migrations: (key: string) => get<contract.MigrationRun[]>('bpmnProcesses:migrations', { filterByTk: key }),
      migration: (id: Id, page: number, pageSize: number) =>
        get<contract.MigrationRunDetail>('bpmnProcesses:migration', { filterByTk: id, page, pageSize }),
      stopMigration: (id: Id) => post<unknown>('bpmnProcesses:stopMigration', id),
      continueMigration: (id: Id) => post<unknown>('bpmnProcesses:continueMigration', id),
      designOptions: (key: string) => get<contract.DesignOptions>('bpmnProcesses:designOptions', { filterByTk: key }),
      importDrawing: (xml: string) => post<{ processKey: string }>('bpmnProcesses:importDrawing', null, { xml }),
      publish: (key: string, body: contract.PublishBody) =>
        post<{ versionId: string; number: number }>('bpmnProcesses:publish', key, body),
      publishing: (key: string) => get<contract.PublishingState>('bpmnProcesses:publishing', { filterByTk: key }),
      askForPublishing: (key: string, note: string) => post<{ asked: number }>('bpmnProcesses:askForPublishing', key, { note }),
      tryOutSetup: (key: string) => get<contract.TryOutOptions>('bpmnProcesses:tryOutSetup', { filterByTk: key }),
      tryOut: (key: string, path: contract.TryOutPath) => post<contract.TryOutView>('bpmnProcesses:tryOut', key, { path }),
      tryOutForm: (key: string, path: contract.TryOutPath, place: contract.TryOutPlace) =>
        post<contract.TryOutForm>('bpmnProcesses:tryOutForm', key, { path, place }),
      tryOutOptions: (
        key: string,
        asked: { path: contract.TryOutPath; place: contract.TryOutPlace; field: string; search: string },
      ) => post<contract.OptionRow[]>('bpmnProcesses:tryOutOptions', key, asked),
      tryOutDrawing: (key: string, versionId: string) =>
        get<contract.TryOutDrawing>('bpmnProcesses:tryOutDrawing', { filterByTk: key, versionId }),
      keptTests: (key: string) => get<contract.KeptTestRow[]>('bpmnProcesses:keptTests', { filterByTk: key }),
      keptTest: (key: string, test: string) => get<contract.KeptTest>('bpmnProcesses:keptTest', { filterByTk: key, test }),
      runTests: (key: string) => post<contract.KeptTestResult[]>('bpmnProcesses:runTests', key),
      keepTest: (key: string, kept: { name: string; path: contract.TryOutPath; test?: string }) =>
        post<{ id: string }>('bpmnProcesses:keepTest', key, kept),
      removeTest: (key: string, test: string, reason: string) => post<unknown>('bpmnProcesses:removeTest', key, { test, reason }),
      rollBack: (key: string, number: number, reason: string) =>
        post<{ versionId: string; number: number }>('bpmnProcesses:rollBack', key, { number, reason }),
      versionCases: (key: string, number: number, page: number) =>
        get<contract.VersionCases>('bpmnProcesses:versionCases', { filterByTk: key, number, page }),
      copyForm: (key: string, elementId: string, from: string) =>
        post<unknown>('bpmnProcesses:copyForm', key, { elementId, from }),
      addField: (key: string, field: contract.NewRecordField) =>
        post<contract.RecordFieldAdded>('bpmnProcesses:addField', key, field),
      previewForm: (key: string, elementId: string) =>
        get<contract.FormPreview>('bpmnProcesses:previewForm', { filterByTk: key, elementId }),
      check: (key: string) => get<contract.Problem[]>('bpmnProcesses:check', { filterByTk: key }),
      retire: (key: string, reason: string) => post<unknown>('bpmnProcesses:retire', key, { reason }),
      changes: (key: string, page: number) => get<contract.SettingChangePage>('bpmnProcesses:changes', { filterByTk: key, page }),
      renew: (key: string, note: string) => post<{ versionId: string; number: number }>('bpmnProcesses:renew', key, { note }),
      placeholders: (key: string) => get<contract.PlaceholderView[]>('bpmnProcesses:placeholders', { filterByTk: key }),
      template: (key: string, template: string) => file('bpmnProcesses:template', { filterByTk: key, template }),
      addTemplate: (key: string, { needs, ...said }: contract.AddedTemplate, content: File) => {
        const form = new FormData();
        form.append('file', content);
        return post<contract.TemplateSaved>('bpmnProcesses:addTemplate', key, form, { ...said, needs: needs.join('\n') });
      },
      removeTemplate: (key: string, template: string) =>
        post<contract.TemplateSaved>('bpmnProcesses:removeTemplate', key, { template }),
      replaceTemplate: (key: string, template: string, content: File) => {
        const form = new FormData();
        form.append('file', content);
        return post<contract.TemplateSaved>('bpmnProcesses:replaceTemplate', key, form, { template });
      },
      startable: () => get<contract.StartableProcess[]>('bpmnProcesses:startable'),
      startPlaces: (key: string, search: string) =>
        get<contract.LevelledPlace[]>('bpmnProcesses:startPlaces', { filterByTk: key, search }),
    },
    packs: {
      exported: (key: string, { state, withCalled }: { state: 'published' | 'draft'; withCalled: boolean }) =>
        file('bpmnProcesses:exportPack', { filterByTk: key, state, withCalled: String(withCalled) }),
      preview: (archive: File, fromPack: string[]) =>
        post<contract.PackPreview[]>('bpmnPacks:preview', null, packForm(archive, { fromPack })),
      take: (archive: File, choices: contract.PackChoice[]) =>
        post<contract.PackImported[]>('bpmnPacks:import', null, packForm(archive, { choices })),
      previewShipped: (asked: contract.ShippedAsked) => post<contract.PackPreview[]>('bpmnPacks:previewShipped', null, asked),
      dismissShipped: (body: contract.DismissShippedBody) => post<unknown>('bpmnPacks:dismissShipped', null, body),
      takeShipped: (choices: contract.PackChoice[]) =>
        post<contract.PackImported[]>('bpmnPacks:importShipped', null, { choices }),
    },
    incidents: {
      open: (query: { processKey?: string; instanceId?: string }) => get<contract.IncidentRow[]>('bpmnIncidents:open', query),
      detail: (id: Id) => get<contract.IncidentDetail>('bpmnIncidents:detail', { filterByTk: id }),
      retry: (id: Id, body: contract.RetryBody) => post<unknown>('bpmnIncidents:retry', id, body),
      resolve: (id: Id, note: string) => post<unknown>('bpmnIncidents:resolve', id, { note }),
    },
    parameters: {
      overview: (placeId: string | null) => get<contract.ParameterOverview>('bpmnParameters:overview', { placeId }),
      detail: (key: string, placeId: string | null) =>
        get<contract.ParameterDetail>('bpmnParameters:detail', { filterByTk: key, placeId }),
      reach: (key: string, { placeId, value }: { placeId: string | null; value?: unknown }) =>
        get<contract.ParameterReach>('bpmnParameters:reach', {
          filterByTk: key,
          placeId,
          ...(value === undefined ? {} : { value: JSON.stringify(value) }),
        }),
      places: (search: string) => get<contract.LevelledPlace[]>('bpmnParameters:places', { search }),
      confirm: (key: string, body: { value?: unknown; placeId: string | null; reason: string }) =>
        post<unknown>('bpmnParameters:confirm', key, body),
      set: (key: string, body: contract.ParameterChangeBody) => post<unknown>('bpmnParameters:set', key, body),
      propose: (key: string, body: contract.ParameterChangeBody) => post<unknown>('bpmnParameters:propose', key, body),
      approve: (id: Id) => post<unknown>('bpmnParameters:approve', id),
      decline: (id: Id) => post<unknown>('bpmnParameters:decline', id),
    },
    rights: {
      mine: () => get<contract.OwnRights>('bpmnRights:mine'),
      overview: () => get<contract.RoleRights[]>('bpmnRights:overview'),
      give: (role: string, body: contract.GiveRightBody) => post<unknown>('bpmnRights:give', role, body),
      askForTwo: (isAsked: boolean) => post<unknown>('bpmnRights:askForTwo', null, { isAsked }),
      changes: (page: number) => get<contract.SettingChangePage>('bpmnRights:changes', { page }),
    },
    calendars: {
      year: (year: number, placeId: string | null) => get<contract.CalendarYear>('bpmnCalendars:year', { year, placeId }),
      changes: (placeId: string | null, page: number) =>
        get<contract.SettingChangePage>('bpmnCalendars:changes', { placeId, page }),
      preview: (change: contract.CalendarPreviewBody) => post<contract.CalendarEffect>('bpmnCalendars:preview', null, change),
      setDay: (day: contract.SetCalendarDayBody) => post<contract.CalendarEffect>('bpmnCalendars:setDay', null, day),
      extend: (body: contract.ExtendCalendarBody) => post<contract.CalendarEffect>('bpmnCalendars:extend', null, body),
      addClosing: (body: contract.ClosingBody) => post<contract.CalendarEffect>('bpmnCalendars:addClosing', null, body),
      removeClosing: (body: contract.RemoveClosingBody) =>
        post<contract.CalendarEffect>('bpmnCalendars:removeClosing', null, body),
      readArrangement: (body: contract.ArrangementBody) =>
        post<contract.ArrangementReading>('bpmnCalendars:readArrangement', null, body),
      importArrangement: (body: contract.ImportArrangementBody) =>
        post<contract.CalendarEffect>('bpmnCalendars:importArrangement', null, body),
    },
    dataStarts: {
      overview: () => get<contract.DataStartRow[]>('bpmnDataStarts:overview'),
      options: () => get<contract.DataStartOptions>('bpmnDataStarts:options'),
      check: (rule: Pick<contract.DataStartBody, 'collection' | 'condition' | 'title' | 'variables'>) =>
        post<contract.DataStartProblem[]>('bpmnDataStarts:check', null, rule),
      changes: (page: number) => get<contract.SettingChangePage>('bpmnDataStarts:changes', { page }),
      reach: (id: Id) => get<contract.DataStartReach>('bpmnDataStarts:reach', { filterByTk: id }),
      save: (rule: contract.DataStartBody) => post<{ id: string }>('bpmnDataStarts:save', null, rule),
      remove: (id: Id) => post<{ dropped: number }>('bpmnDataStarts:remove', id),
      retry: (id: Id) => post<{ retried: number }>('bpmnDataStarts:retry', id),
    },
    decisions: {
      overview: () => get<contract.DecisionRow[]>('bpmnDecisions:overview'),
      detail: (key: string, number?: number) => get<contract.DecisionDetail>('bpmnDecisions:detail', { filterByTk: key, number }),
      check: (table: unknown) => post<contract.DecisionProblemView[]>('bpmnDecisions:check', null, { table }),
      file: (key: string) => get<contract.DecisionFile>('bpmnDecisions:file', { filterByTk: key }),
      readFile: (xml: string) => post<contract.DecisionFileTables>('bpmnDecisions:readFile', null, { xml }),
      try: (table: unknown, values: unknown[]) => post<contract.DecisionTrial>('bpmnDecisions:try', null, { table, values }),
      change: (key: string, body: { table: unknown; reason: string; fromNumber: number }) =>
        post<unknown>('bpmnDecisions:change', key, body),
    },
    standIns: {
      list: (query: contract.StandInListQuery) => get<contract.StandInList>('bpmnStandIns:list', { ...query }),
      reach: (absentId?: number) => get<contract.StandInReach>('bpmnStandIns:reach', { absentId }),
      create: (body: contract.NewStandInBody) => post<unknown>('bpmnStandIns:create', null, body),
      revoke: (id: Id, reason: string) => post<unknown>('bpmnStandIns:revoke', id, { reason }),
    },
    supervision: {
      board: (query: contract.BoardQuery) => get<contract.Board>('bpmnSupervision:board', { ...query }),
    },
  };
}

/** What is said about the archive goes first, so that it is known when the file comes. */
function packForm(archive: File, input: object): FormData {
  const form = new FormData();
  form.append('input', JSON.stringify(input));
  form.append('file', archive);
  return form;
}
