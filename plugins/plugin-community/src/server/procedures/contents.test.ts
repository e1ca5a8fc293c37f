import { compile, parseDefinitions, type Element, type Graph } from '@wuxin/bpmn-core';
import { checkTable, parametersOfTable, parseDecisionTable } from '@wuxin/decision';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { INDEX_COLUMNS, readArchiveConfig } from '../archive';
import { readBringFilesConfig } from '../bring-files';
import { readBringRowsConfig } from '../bring-rows';
import { readDeriveConfig } from '../derive';
import { readKeepConfig } from '../keep';
import { readOnePersonConfig } from '../one-person';
import { readRequirements } from '../requirement';
import { readGivenConfig } from '../tally';
import { folderOf, folders, graphOf } from '../__fixtures__';
import { loadProcedure, type Procedure } from './load';
import type { FieldDefinition } from './schema';

const ids = (list: readonly Element[]) => list.map(({ id }) => id).sort();

describe.each(folders())('the content of %s', (folder) => {
  let procedure: Procedure;
  let graph: Graph;
  beforeAll(async () => {
    procedure = await loadProcedure(folderOf(folder));
    graph = await graphOf(procedure.xml);
  });

  const elements = () => Object.values(graph.elements);
  const ofType = (type: string) => elements().filter((element) => element.type === type);
  const ofActivity = (activityType: string) => elements().filter(({ settings }) => settings.activityType === activityType);
  const userTasks = () => ofType('bpmn:UserTask');
  const tables = () => [...procedure.decisions.values()].map(parseDecisionTable);
  const process = () => graph.processes[procedure.definition.key];
  const fieldsOf = (collection: string): readonly FieldDefinition[] =>
    procedure.definition.collections.find(({ name }) => name === collection)?.fields ?? [];

  it('compiles without a problem', async () => {
    const { problems } = compile(await parseDefinitions(procedure.xml));
    expect(problems).toEqual([]);
  });

  it('is drawn: each element and each flow has its shape', () => {
    const drawn = new Set([...procedure.xml.matchAll(/bpmnElement="([^"]+)"/g)].map(([, id]) => id));
    const own = elements().filter(({ scopeId }) => scopeId !== null);
    expect([...ids(own), ...Object.keys(graph.flows)].filter((id) => !drawn.has(id))).toEqual([]);
  });

  it('has a form, somebody in charge, a stage, a deadline and explained outcomes for each user task', () => {
    expect([...procedure.forms.keys()].sort()).toEqual(ids(userTasks()));
    for (const { id, settings } of userTasks()) {
      expect(settings).toMatchObject({
        formKey: id,
        stage: expect.any(String),
        whenNobody: 'incident',
        assignments: [expect.anything()],
        deadline: expect.anything(),
      });
      for (const outcome of settings.outcomes ?? []) {
        expect(outcome).toMatchObject({
          name: expect.any(String),
          nameEn: expect.any(String),
          consequence: expect.any(String),
          consequenceEn: expect.any(String),
        });
      }
    }
  });

  it('uses every stage that supervisors track, and no other', () => {
    const stages = process()?.settings.stages?.map(({ key }) => key) ?? [];
    const used = elements().flatMap(({ settings }) => settings.stage ?? []);
    expect([...new Set(used)].sort()).toEqual([...stages].sort());
  });

  it('names only posts that it defines, and defines no other', () => {
    const rules = elements().flatMap(({ settings }) => [
      ...(settings.assignments ?? []),
      ...(settings.cc ?? []),
      ...(settings.deadline?.steps ?? []),
    ]);
    const named = rules.flatMap(({ kind, value }) => (kind === 'post' && value && !value.startsWith('=') ? [value] : []));
    const defined = procedure.definition.posts.map(({ key }) => key);
    // a caller names the posts of the called process in its inputs
    const given = ofType('bpmn:CallActivity').flatMap(({ activity }) =>
      (activity?.inputs ?? []).flatMap(({ source }) => /^"(\w+)"$/.exec(source)?.[1] ?? []),
    );
    // so does a process that has other posts at each level
    const derived = ofActivity('derive').flatMap(({ settings }) =>
      Object.values(readDeriveConfig(settings.config)).flatMap((text) =>
        [...text.matchAll(/"(\w+)"/g)].flatMap(([, key]) => key ?? []),
      ),
    );
    const both = ofActivity('onePerson')
      .flatMap(({ settings }) => readOnePersonConfig(settings.config).posts)
      .filter((post) => !post.startsWith('='));
    const starters = [...(process()?.settings.config?.['starters'] ?? '').matchAll(/post:(\w+)/g)].flatMap(
      ([, key]) => key ?? [],
    );
    const used = new Set([...named, ...both, ...starters, ...[...given, ...derived].filter((key) => defined.includes(key))]);
    expect([...used].sort()).toEqual([...defined].sort());
  });

  it('reads only parameters that it defines, and defines no other', () => {
    const formulas = [...procedure.xml.matchAll(/param\("([^"]+)"\)/g)].map((match) => match[1]);
    const cells = tables().flatMap(parametersOfTable);
    expect([...new Set([...formulas, ...cells])].sort()).toEqual(procedure.definition.parameters.map(({ key }) => key).sort());
  });

  it('brings decision tables without a gap, a contradiction or an unknown name, and refers to no other', () => {
    const known = { knownNames: ['outcome', 'record', 'report', 'returnCount'], knownFunctions: ['param'] };
    expect(tables().flatMap((table) => checkTable(table, known))).toEqual([]);
    const referred = elements().flatMap(({ settings }) => settings.decisionRef ?? []);
    expect([...new Set(referred)].sort()).toEqual([...procedure.decisions.keys()].sort());
  });

  it('shows only fields of the record collection and columns of its sub-tables, each at most once in a form', () => {
    for (const { collection, rows } of procedure.forms.values()) {
      expect(collection).toBe(procedure.definition.recordCollection);
      const cells = rows.flat();
      expect(new Set(cells.map(({ field }) => field)).size).toBe(cells.length);
      for (const { field, columns } of cells) {
        const known = fieldsOf(collection).find(({ name }) => name === field);
        expect({ field, known: known !== undefined, hasColumns: columns !== undefined }).toEqual({
          field,
          known: true,
          hasColumns: known?.interface === 'o2m',
        });
        const target = known && 'target' in known ? fieldsOf(known.target).map(({ name }) => name) : [];
        expect(target).toEqual(expect.arrayContaining((columns ?? []).map((column) => column.field)));
      }
    }
  });

  it('brings no file of a form, a table or a template that it does not name', () => {
    const filesOf = (sub: string, end: string) => {
      const path = join(folderOf(folder), sub);
      return existsSync(path) ? readdirSync(path).map((file) => file.replace(end, '')) : [];
    };
    expect(filesOf('forms', '.form.json').sort()).toEqual([...procedure.definition.forms].sort());
    expect(filesOf('decisions', '.json').sort()).toEqual([...procedure.definition.decisions].sort());
    const templates = procedure.definition.templates.map(({ key }) => key);
    expect(filesOf('templates', '.docx').sort()).toEqual(templates.sort());
  });

  it('says who may start it, or that it is only called', () => {
    expect(process()?.settings.config?.['starters']).toMatch(/^(none|post:\w+(,post:\w+)*)$/);
  });

  it('keeps and counts only fields that its record has', () => {
    const fields = fieldsOf(procedure.definition.recordCollection);
    const isField = (name: string) => fields.some((field) => field.name === name);
    const counted = ofActivity('tally').flatMap(({ settings }) =>
      Object.hasOwn(settings.config ?? {}, 'quorum') ? Object.entries(readGivenConfig(settings.config)) : [],
    );
    expect(counted.flatMap(([key, field]) => (key.startsWith('field.') && !isField(String(field)) ? [field] : []))).toEqual([]);
    for (const { settings } of ofActivity('keep')) {
      const config = readKeepConfig(settings.config);
      const rows = fields.find(({ name }) => name === config['rows']);
      const columns = rows && 'target' in rows ? fieldsOf(rows.target).map(({ name }) => name) : [];
      for (const key of Object.keys(config)) {
        const [kind, name = ''] = key.split('.');
        if (kind === 'field') expect(isField(name)).toBe(true);
        if (kind === 'row') expect(columns).toContain(name);
      }
    }
  });

  it('archives and brings files and rows only into fields that its record has', () => {
    const fields = fieldsOf(procedure.definition.recordCollection);
    for (const { settings } of ofActivity('archive')) {
      const { rows, hash } = readArchiveConfig(settings.config);
      const index = fields.find(({ name }) => name === rows);
      const columns = index && 'target' in index ? fieldsOf(index.target).map(({ name }) => name) : [];
      expect(columns).toEqual(expect.arrayContaining([...INDEX_COLUMNS]));
      if (hash !== undefined) expect(fields.map(({ name }) => name)).toContain(hash);
    }
    for (const { settings } of ofActivity('bringFiles')) {
      const { to } = readBringFilesConfig(settings.config);
      expect(fields.find(({ name }) => name === to)?.interface).toBe('attachment');
    }
    for (const { settings } of ofActivity('bringRows')) {
      const { called, ...rows } = readBringRowsConfig(settings.config);
      if (called !== undefined) expect(graph.elements[called]?.task?.calledElement).toBeDefined();
      for (const key of Object.keys(rows)) expect(fields.find(({ name }) => `rows.${name}` === key)?.interface).toBe('o2m');
    }
  });

  it('writes nothing after it was archived: the records are frozen then', () => {
    const flowsOf = (id: string) => Object.values(graph.flows).filter(({ sourceId }) => sourceId === id);
    const after = (id: string, seen = new Set<string>()): Set<string> => {
      for (const { targetId } of flowsOf(id)) if (!seen.has(targetId)) after(targetId, seen.add(targetId));
      return seen;
    };
    const archived = ofType('bpmn:CallActivity').filter(({ task }) => task?.calledElement === 'archiving');
    const later = archived.flatMap(({ id }) => [...after(id)].map((next) => graph.elements[next]?.type));
    expect([...new Set(later)].filter((type) => type !== 'bpmn:EndEvent' && type !== 'bpmn:ExclusiveGateway')).toEqual([]);
  });

  it('refuses with a sentence in both languages', () => {
    for (const { settings } of ofActivity('requirement'))
      for (const { message, messageEn } of readRequirements(settings.config)) {
        expect(message).toMatch(/\p{Script=Han}/u);
        expect(messageEn).not.toMatch(/\p{Script=Han}/u);
      }
  });

  it('confirms nothing by itself: what is unsure has no mark of a demonstration', () => {
    expect(JSON.stringify(procedure.definition)).not.toContain('演示');
  });

  it('is explained in both languages', () => {
    for (const file of ['README.md', 'README.zh-CN.md']) expect(existsSync(join(folderOf(folder), file))).toBe(true);
  });
});

describe('all content together', () => {
  let procedures: readonly Procedure[];
  beforeAll(async () => {
    procedures = await Promise.all(folders().map((folder) => loadProcedure(folderOf(folder))));
  });

  const shared = (kind: 'parameters' | 'posts') => {
    const definitions = new Map<string, Set<string>>();
    for (const { key, ...rest } of procedures.flatMap(({ definition }) => [...definition[kind]]))
      definitions.set(key, (definitions.get(key) ?? new Set()).add(JSON.stringify(rest, Object.keys(rest).sort())));
    return [...definitions].filter(([, ways]) => ways.size > 1).map(([key]) => key);
  };

  it.each(['parameters', 'posts'] as const)('defines shared %s in one way', (kind) => {
    expect(shared(kind)).toEqual([]);
  });

  it('calls only processes that it brings, with every input that they read', async () => {
    const graphs = new Map<string, Graph>();
    for (const { definition, xml } of procedures) graphs.set(definition.key, await graphOf(xml));
    const calls = [...graphs.values()].flatMap(({ elements }) =>
      Object.values(elements).filter(({ task }) => task?.calledElement),
    );

    expect(calls.length).toBeGreaterThan(0);
    for (const { task, activity } of calls) {
      expect([...graphs.keys()]).toContain(task?.calledElement);
      const given = (activity?.inputs ?? []).map(({ target }) => target).sort();
      expect(given).toEqual(expect.arrayContaining(['record']));
      const called = graphs.get(task?.calledElement ?? '')?.processes[task?.calledElement ?? ''];
      const correctable = called?.settings.config?.['correctable']?.split(',') ?? [];
      expect(given).toEqual(expect.arrayContaining(correctable));
      const others = calls.filter((call) => call.task?.calledElement === task?.calledElement);
      for (const other of others) expect((other.activity?.inputs ?? []).map(({ target }) => target).sort()).toEqual(given);
    }
  });
});
