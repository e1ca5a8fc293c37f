import type { HandlerType } from '@nocobase/resourcer';
import { deployProcess, resolveIncident, retireProcess, retryIncident, rollBackProcess } from '../commands';
import {
  board,
  incidentDetail,
  openIncidents,
  processDetail,
  processOverview,
  searchPeople,
  startable,
  startPlaces,
  versionCases,
} from '../queries';
import { mustLookAfter } from '../runtime/rights';
import { settingChangePage } from '../setting-changes';
import { checkXml } from '../versions';
import { action } from './define';
import * as Input from './inputs';
import { reading } from './reading';

export const administrationActions: Record<string, HandlerType> = {
  'bpmnProcesses:overview': action(Input.Nothing, (request) => reading(request, processOverview)),
  'bpmnProcesses:detail': action(Input.OneProcess, (request, { id }) => reading(request, (reader) => processDetail(reader, id))),
  'bpmnProcesses:startable': action(Input.Nothing, (request) => reading(request, startable)),
  'bpmnProcesses:startPlaces': action(Input.StartPlaces, (request, { id: processKey, search }) =>
    reading(request, (reader) => startPlaces(reader, { processKey, search })),
  ),
  'bpmnProcesses:validate': action(Input.Deploy, async ({ engine, locale }, { xml }) => {
    const { problems, processKey } = await engine.read((tx) => checkXml(tx, xml, locale));
    return { problems, processKey };
  }),
  'bpmnProcesses:deploy': action(Input.Deploy, ({ engine, actor, locale }, body) =>
    engine.write((tx) => deployProcess(tx, actor, { ...body, locale })),
  ),
  'bpmnProcesses:retire': action(Input.Retire, ({ engine, actor }, { id, reason }) =>
    engine.write((tx) => retireProcess(tx, actor, id, reason)),
  ),
  'bpmnProcesses:rollBack': action(Input.RollBack, ({ engine, actor }, { id: key, ...rollBack }) =>
    engine.write((tx) => rollBackProcess(tx, actor, { key, ...rollBack })),
  ),
  'bpmnProcesses:versionCases': action(Input.VersionCases, (request, { id: key, ...version }) =>
    reading(request, (reader) => versionCases(reader, { key, ...version })),
  ),
  'bpmnProcesses:changes': action(Input.ProcessChanges, (request, { id, ...page }) =>
    reading(request, async ({ tx, actor, locale }) => {
      mustLookAfter(actor);
      return settingChangePage(tx, { subject: 'process', subjectKey: id, ...page }, locale);
    }),
  ),
  'bpmnIncidents:open': action(Input.OpenIncidents, (request, of) => reading(request, (reader) => openIncidents(reader, of))),
  'bpmnIncidents:detail': action(Input.OneIncident, (request, { id }) =>
    reading(request, (reader) => incidentDetail(reader, id)),
  ),
  'bpmnIncidents:retry': action(Input.Retry, ({ engine, actor }, { id, ...retry }) =>
    engine.write((tx) => retryIncident(tx, actor, id, retry)),
  ),
  'bpmnIncidents:resolve': action(Input.Resolve, ({ engine, actor }, { id, note }) =>
    engine.write((tx) => resolveIncident(tx, actor, id, note)),
  ),
  'bpmnSupervision:board': action(Input.BoardInput, (request, query) => reading(request, (reader) => board(reader, query))),
  'bpmnPeople:search': action(Input.People, (request, query) => reading(request, (reader) => searchPeople(reader, query))),
};
