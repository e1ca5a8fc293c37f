import { toFailure } from './failure';

const answered = (status: number, error: object) => ({ response: { status, data: { errors: [error] } } });

describe('the words of a failure', () => {
  it('are the server’s where it has a code of ours', () => {
    const failure = toFailure(answered(403, { code: 'task.notYours', message: '这项待办不是您的。' }));

    expect(failure).toMatchObject({ kind: 'forbidden', code: 'task.notYours', message: '这项待办不是您的。' });
  });

  it.each([
    ['NocoBase’s rights', 403, { message: 'No permissions' }],
    ['an accident', 500, { message: 'SQLITE_ERROR: no such column', code: 'SQLITE_ERROR' }],
    ['a session that is over', 401, { message: 'Token expired', code: 'EXPIRED_TOKEN' }],
  ])('are left to the page where %s are English for everybody', (_what, status, error) => {
    expect(toFailure(answered(status, error)).message).toBeNull();
  });

  it('are NocoBase’s where they are about what was entered', () => {
    expect(toFailure(answered(400, { message: '标题不能为空' })).message).toBe('标题不能为空');
  });
});
