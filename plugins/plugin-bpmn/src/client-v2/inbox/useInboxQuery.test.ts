import { readInboxQuery } from './useInboxQuery';

describe('readInboxQuery', () => {
  it('reads filters and page from the address', () => {
    const search = new URLSearchParams('q=公约&process=covenant&level=near&page=3');

    expect(readInboxQuery('done', search)).toEqual({
      tab: 'done',
      search: '公约',
      processKey: 'covenant',
      level: 'near',
      page: 3,
      pageSize: 20,
    });
  });

  it('takes what it does not know as not asked', () => {
    expect(readInboxQuery('elsewhere', new URLSearchParams('level=red&page=-1'))).toMatchObject({
      tab: 'todo',
      level: undefined,
      page: 1,
    });
  });
});
