import { readInboxQuery } from './useInboxQuery';

describe('readInboxQuery', () => {
  it('reads filters and page from the address, and the text from where no log sees it', () => {
    const search = new URLSearchParams('process=covenant&level=near&page=3');

    expect(readInboxQuery('done', search, '公约')).toEqual({
      tab: 'done',
      search: '公约',
      processKey: 'covenant',
      level: 'near',
      page: 3,
      pageSize: 20,
    });
  });

  it('takes what it does not know as not asked', () => {
    expect(readInboxQuery('elsewhere', new URLSearchParams('level=red&page=-1'), '')).toMatchObject({
      tab: 'todo',
      level: undefined,
      page: 1,
    });
  });
});
