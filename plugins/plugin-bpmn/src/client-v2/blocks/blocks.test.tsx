import { fireEvent, screen } from '@testing-library/react';
import { useCallback } from 'react';
import { useQuery } from '../api';
import { refusal, renderPage } from '../__fixtures__/renderPage';
import { BlockRows } from './BlockRows';
import { defineBlock } from './defineBlock';
import { readSettings } from './settings';

describe('settings of a block', () => {
  const shows = [
    { value: 'running', label: 'one' },
    { value: 'all', label: 'other' },
  ];
  const choices = { place: () => null, shows };

  it('are the usual ones until somebody sets them', () => {
    expect(readSettings({}, choices)).toEqual({ place: null, show: 'running', rows: 5 });
    expect(readSettings({}, {})).toEqual({ place: null, show: '', rows: 5 });
  });

  it('are what an administrator stored', () => {
    const place = { id: 'east', name: '东村社区' };

    expect(readSettings({ place, show: 'all', rows: 12 }, choices)).toEqual({ place, show: 'all', rows: 12 });
  });

  it.each([
    { rows: 0 },
    { rows: 21 },
    { rows: 2.5 },
    { rows: 'many' },
    { show: 'everything' },
    { place: 'east' },
    { place: { id: '' } },
    { place: { id: 7 } },
  ])('are the usual ones where %j is stored', (stored) => {
    expect(readSettings(stored, choices)).toEqual(readSettings({}, choices));
  });

  it('have no place where the block has none', () => {
    expect(readSettings({ place: { id: 'east', name: '东村社区' } }, { shows }).place).toBeNull();
  });
});

describe('a block', () => {
  interface Defined {
    name: string;
    new (): { props: object; decoratorProps: object; setDecoratorProps(props: object): void; renderComponent(): JSX.Element };
  }
  const Shown = ({ show, rows }: { show: string; rows: number }) => <p>{`${show} ${rows}`}</p>;
  const definition = { name: 'SampleBlockModel', namespace: '@wuxin/plugin-bpmn', label: 'block.tasks', sort: 1 };
  const shows = [{ value: 'running', label: 'one' }];
  // the stub of the host's model stands behind it
  const Model = defineBlock({ ...definition, shows, component: Shown }) as unknown as Defined;
  const render = (props: object) => {
    const model = Object.assign(new Model(), { props });
    renderPage(model.renderComponent(), { at: '/', path: '/', answers: {} });
  };

  it('is known by its name, also where a minifier shortens those of classes', () => {
    expect(Model.name).toBe('SampleBlockModel');
  });

  it('gives its component what is stored with it', () => {
    render({ rows: 8, show: 'running', place: null });

    expect(screen.getByText('running 8')).toBeTruthy();
  });

  it('has its own name as heading until somebody writes one', () => {
    const model = Object.assign(new Model(), { context: { t: () => '我的待办' } });

    model.setDecoratorProps({ title: '', description: '今天' });
    expect(model.decoratorProps).toEqual({ title: '我的待办', description: '今天' });
    model.setDecoratorProps({ title: '先办这些' });
    expect(model.decoratorProps).toMatchObject({ title: '先办这些' });
    model.setDecoratorProps({ height: 300 });
    expect(model.decoratorProps).toMatchObject({ title: '先办这些', height: 300 });
  });
});

describe('rows of a block', () => {
  const more = { to: '/all', label: '全部' };
  const List = ({ ask, isLinked = true }: { ask: () => unknown; isLinked?: boolean }) => {
    // what a server answers with
    const query = useQuery(useCallback(async () => ask() as { rows: string[]; total: number }, [ask]));
    return (
      <BlockRows
        query={query}
        label="事项"
        keyOf={String}
        empty={{ title: '没有', hint: '以后在这里' }}
        more={isLinked ? more : null}
      >
        {(row: string) => row}
      </BlockRows>
    );
  };
  const open = (ask: () => unknown, isLinked = true) =>
    renderPage(<List ask={ask} isLinked={isLinked} />, { at: '/', path: '/', answers: {} });

  it('are a list with how many more there are, and the way to them', async () => {
    open(() => ({ rows: ['甲', '乙'], total: 7 }));

    expect((await screen.findByRole('list', { name: '事项' })).children).toHaveLength(2);
    expect(screen.getByText('显示前 2 条，共 7 条')).toBeTruthy();
    expect(screen.getByRole('link', { name: '全部' }).getAttribute('href')).toBe('/all');
  });

  it('say what will be there, and lead nowhere where the reader has nothing', async () => {
    open(() => ({ rows: [], total: 0 }), false);

    expect(await screen.findByText('没有')).toBeTruthy();
    expect(screen.getByText('以后在这里')).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it.each([
    [403, 'task.forbidden'],
    [404, 'disclosure.notFound'],
  ])('tell who may not look so, in the words of the server, without an alarm (%i)', async (status, code) => {
    open(() => {
      throw refusal(status, code, '您不能查看这个地点。');
    });

    expect(await screen.findByText('您不能查看这里的内容')).toBeTruthy();
    expect(screen.getByText('您不能查看这个地点。')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('are asked for again after an accident', async () => {
    let asked = 0;
    open(() => {
      asked += 1;
      if (asked === 1) throw refusal(500, '', '');
      return { rows: ['甲'], total: 1 };
    });
    expect(await screen.findByRole('alert')).toBeTruthy();

    fireEvent.click(screen.getByRole('button', { name: /重\s?试/ }));
    expect(await screen.findByText('甲')).toBeTruthy();
  });
});
