import { redactRequest } from './request-entry';
import { safeError, safeStack } from './safe-error';
import { redactSql } from './sql-entry';
import { redactSystem } from './system-entry';

const isPrivate = (name: unknown) => typeof name === 'string' && name.startsWith('bpmn');

describe('an entry of the request log', () => {
  it('keeps the row that an action is about when its key is an id', () => {
    const action = { resourceName: 'bpmnTasks', actionName: 'open', params: { filterByTk: '3611', search: '张三' } };

    const entry = redactRequest(
      { method: 'GET', path: '/api/bpmnTasks:open?filterByTk=3611', action, res: { status: 200 } },
      isPrivate,
    );

    expect(entry).toMatchObject({
      message: 'response /api/bpmnTasks:open',
      path: '/api/bpmnTasks:open',
      action: { resourceName: 'bpmnTasks', actionName: 'open', params: { filterByTk: '3611' } },
      res: { status: 200 },
    });
    expect(JSON.stringify(entry)).not.toContain('张三');
  });

  it('finds resources of ours behind any prefix and in REST addresses', () => {
    const entry = redactRequest({ method: 'GET', path: '/base/api/__app/b/bpmnTasks/张三?x=李四' }, isPrivate);

    expect(entry.path).toBe('/base/api/__app/b/bpmnTasks');
    expect(entry.message).toBe('request GET /base/api/__app/b/bpmnTasks');
  });

  it('about the fields of a collection stays: it holds no row', () => {
    const path = '/api/collections/bpmnTasks/fields:list?sort=name';

    expect(redactRequest({ method: 'GET', path }, isPrivate).path).toBe(path);
  });

  it('keeps the association that an action goes through', () => {
    const entry = redactRequest({ method: 'GET', path: '/api/bpmnTasks.opinions:list?x=张三' }, isPrivate);

    expect(entry.path).toBe('/api/bpmnTasks.opinions:list');
  });

  it('loses the query of the page that a request came from, whatever it asked for', () => {
    const req = { header: { 'referer': 'http://host/v/admin/wuxin/inbox?search=张三', 'x-role': 'root' } };

    const entry = redactRequest({ method: 'GET', path: '/api/users:list?page=2', req }, isPrivate);

    expect(entry.path).toBe('/api/users:list?page=2');
    expect(entry.req).toEqual({ header: { 'referer': 'http://host/v/admin/wuxin/inbox', 'x-role': 'root' } });
  });
});

describe('an error in a log', () => {
  it('is its class, its code and its frames', () => {
    const error = Object.assign(new TypeError('张三\n    at home'), { code: 'SQLITE_BUSY', parameters: ['张三'] });

    const safe = safeError(error);

    expect(safe).toMatchObject({ name: 'TypeError', code: 'SQLITE_BUSY' });
    expect(safe.stack).toMatch(/^TypeError\n\s+at .*entries\.test/);
    expect(JSON.stringify(safe)).not.toContain('张三');
  });

  it('has no code when what stands there is not one', () => {
    expect(safeError(Object.assign(new Error('x'), { code: '张三' }))).not.toHaveProperty('code');
    expect(safeError('张三')).toEqual({ name: 'string' });
  });

  it('keeps nothing of a message that looks like frames', () => {
    expect(safeStack('Error: a\n    at 张三 lives here\n    at run (/app/x.js:1:2)')).toBe('Error\n    at run (/app/x.js:1:2)');
  });

  it('is reduced in our own messages from outside requests', () => {
    const extras = { error: new RangeError('张三'), jobId: '7' };

    const entry = redactSystem(
      { level: 'error', message: 'wuxin: a job failed', ...extras, [Symbol.for('splat')]: [extras] },
      isPrivate,
    );

    expect(entry).toMatchObject({ message: 'wuxin: a job failed', jobId: '7', error: { name: 'RangeError' } });
    expect(JSON.stringify([entry, entry[Symbol.for('splat')]])).not.toContain('张三');
  });

  it('of others is theirs', () => {
    const entry = { level: 'error', message: 'mail could not be sent', module: 'users' };

    expect(redactSystem(entry, isPrivate)).toBe(entry);
  });
});

describe('a logged statement', () => {
  const tables = { tables: new Set(['covenants', 'covenant_opinions']), namesOurs: (sql: string) => /[`"]bpmn/.test(sql) };

  it('on a table of cases keeps its shape and loses its values', () => {
    const message = `INSERT INTO "bpmnTasks" ("opinion") VALUES ('张三''s'), ('cut o...`;

    expect(redactSql({ message }, tables).message).toBe(`INSERT INTO "bpmnTasks" ("opinion") VALUES ('?'), ('?`);
  });

  it('on a record collection too', () => {
    expect(redactSql({ message: "UPDATE `covenants` SET `title`='张三'" }, tables).message).toBe(
      "UPDATE `covenants` SET `title`='?'",
    );
  });

  it('on a table whose name begins like that of another is that table’s', () => {
    const ours = "SELECT `x` FROM `covenant_opinions` WHERE `x`='张三'";
    const theirs = "SELECT `x` FROM `covenants_of_others` WHERE `x`='a'";

    expect(redactSql({ message: ours }, tables).message).not.toContain('张三');
    expect(redactSql({ message: theirs }, tables).message).toBe(theirs);
  });

  it('on any other table stays', () => {
    expect(redactSql({ message: `SELECT "x" FROM "users" WHERE "name"='a'` }, tables).message).toContain("'a'");
  });
});
