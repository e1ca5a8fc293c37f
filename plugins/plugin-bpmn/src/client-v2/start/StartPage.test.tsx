import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { StartableProcess } from '../../common/api';
import { renderPage } from '../__fixtures__/renderPage';
import { StartPage } from './StartPage';

const TOWN = { id: '1', name: '云岭镇', level: 'township' };
const COMMUNITY = { id: '12', name: '安岭社区', level: 'community' };

const covenant: StartableProcess = {
  key: 'covenant',
  name: '居民公约',
  needsPlace: true,
  places: [],
  onlyPlaceId: null,
  variables: [],
  unconfirmedParameters: [],
};

const open = (process: Partial<StartableProcess> = {}) =>
  renderPage(<StartPage />, {
    at: '/admin/wuxin/start',
    path: '*',
    answers: {
      'bpmnProcesses:startable': () => [{ ...covenant, ...process }],
      'bpmnProcesses:startPlaces': ({ params }) =>
        [TOWN, COMMUNITY].filter(({ name }) => name.includes(typeof params?.search === 'string' ? params.search : '')),
      'bpmnInstances:start': () => ({ instanceId: 'i1', isNew: true, taskIds: [] }),
    },
  });

const fillTitle = async () =>
  fireEvent.change(await screen.findByRole('textbox', { name: '标题' }), { target: { value: '安岭社区居民公约' } });
const started = (asked: { url: string; data?: unknown }[]) => asked.find(({ url }) => url === 'bpmnInstances:start')?.data;
const press = () => fireEvent.click(screen.getByRole('button', { name: '发 起' }));

it('asks an administrator, who works nowhere, for the place', async () => {
  const { asked } = open();
  await fillTitle();

  press();

  await screen.findByText('请填写“属地”');
  expect(started(asked)).toBeUndefined();
});

it('searches places and starts the case at the one that is chosen', async () => {
  const { asked } = open();
  await fillTitle();

  const place = await screen.findByRole('combobox', { name: '属地' });
  fireEvent.mouseDown(place);
  fireEvent.change(place, { target: { value: '安岭' } });
  await waitFor(() => expect(asked.some(({ params }) => params?.search === '安岭')).toBe(true));
  fireEvent.click(await screen.findByTitle('安岭社区'));
  press();

  await waitFor(() => expect(started(asked)).toMatchObject({ processKey: 'covenant', placeId: '12' }));
});

it('has chosen the only place already', async () => {
  const { asked } = open({ places: [COMMUNITY], onlyPlaceId: COMMUNITY.id });
  await fillTitle();

  press();

  await waitFor(() => expect(started(asked)).toMatchObject({ placeId: '12' }));
});

describe('a process that asks for variables', () => {
  const asking: Partial<StartableProcess> = {
    needsPlace: false,
    variables: [
      { name: 'year', label: '年度', type: 'number', isRequired: true },
      { name: 'why', label: '原因', type: 'text', isRequired: false },
      { name: 'isUrgent', label: '紧急', type: 'boolean', isRequired: true },
      { name: 'heldOn', label: '会议日期', type: 'date', isRequired: true },
    ],
  };

  it('is not started without those that are required', async () => {
    const { asked } = open(asking);
    await fillTitle();

    press();

    await screen.findByText('请填写“年度”');
    expect(screen.getByText('请填写“紧急”')).toBeTruthy();
    expect(screen.getByText('请填写“会议日期”')).toBeTruthy();
    expect(screen.queryByText('请填写“原因”')).toBeNull();
    expect(started(asked)).toBeUndefined();
  });

  it('is started with each of its type', async () => {
    const { asked } = open(asking);
    await fillTitle();

    fireEvent.change(screen.getByRole('spinbutton', { name: '年度' }), { target: { value: '2026' } });
    fireEvent.mouseDown(screen.getByRole('combobox', { name: '紧急' }));
    fireEvent.click(await screen.findByTitle('否'));
    const day = screen.getByRole('textbox', { name: '会议日期' });
    fireEvent.mouseDown(day);
    fireEvent.change(day, { target: { value: '2026-02-28' } });
    fireEvent.click(await screen.findByTitle('2026-02-28'));
    press();

    await waitFor(() => expect(started(asked)).toBeDefined());
    expect(started(asked)).toMatchObject({ variables: { year: 2026, isUrgent: false, heldOn: '2026-02-28' } });
  });
});

it('says to who may start nothing whose say that is', async () => {
  renderPage(<StartPage />, { at: '/admin/wuxin/start', path: '*', answers: { 'bpmnProcesses:startable': () => [] } });

  expect(await screen.findByText('您没有可以发起的流程')).toBeTruthy();
  expect(screen.getByText(/谁可以发起由每个流程规定/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /发\s?起/ })).toBeNull();
});
