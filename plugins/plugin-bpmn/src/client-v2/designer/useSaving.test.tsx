import { act, renderHook } from '@testing-library/react';
import { setFlowContext } from '../../../../../test/stubs/flow-engine';
import { refusal } from '../__fixtures__/renderPage';
import type { DraftProblems, ProcessDraft } from '../../common/api';
import type { DesignerHandle } from './contract';
import { SAVE_PAUSE_IN_MS, useSaving } from './useSaving';

const OPENED: ProcessDraft = {
  processKey: 'covenant',
  name: '居民公约',
  xml: '<xml/>',
  revision: 'r0',
  draft: null,
  publishedNumber: 1,
  running: 1,
  unconfirmedParameters: 0,
};

type Body = { xml: string; revision: string };

/** An editor whose drawing is a text, and a server that answers as it is told, when it is told. */
function open() {
  jest.useFakeTimers();
  let drawn = 'drawn 0';
  const saves: { body: Body; settle: (answer: unknown) => void; fail: (error: unknown) => void }[] = [];
  const check = { settle: (_answer: unknown): void => undefined };
  setFlowContext({
    api: {
      request: ({ url, data }: { url: string; data: Body }) =>
        new Promise((resolve, reject) => {
          const settle = (answer: unknown) => resolve({ data: { data: answer } });
          if (url === 'bpmnProcesses:draftProblems') check.settle = settle;
          else saves.push({ body: data, settle, fail: reject });
        }),
    },
  });
  const handle = { xml: async () => drawn } as DesignerHandle; // nothing else of it is used
  const { result, unmount } = renderHook(() => useSaving(OPENED, handle));
  const draw = (text: string) =>
    act(async () => {
      drawn = text;
      result.current.edited();
    });
  const wait = () => act(async () => jest.advanceTimersByTime(SAVE_PAUSE_IN_MS));
  const answer = (revision: string, at = saves.length - 1) =>
    act(async () => saves[at]?.settle({ revision, number: 2, savedAt: 5, problems: [] }));
  const answerCheck = (checked: DraftProblems) => act(async () => check.settle(checked));
  return { result, saves, handle, draw, wait, answer, answerCheck, unmount };
}

afterEach(() => jest.useRealTimers());

it('saves once after a pause, whatever was drawn meanwhile, and names what it changes', async () => {
  const { result, saves, draw, wait, answer } = open();

  await draw('drawn 1');
  await draw('drawn 2');
  expect(saves).toEqual([]);
  await wait();
  expect(saves.map(({ body }) => body)).toEqual([{ xml: 'drawn 2', revision: 'r0' }]);
  await answer('r1');

  expect(result.current.state).toEqual({ kind: 'saved', at: 5 });
  expect(result.current.number).toBe(2);
});

it('saves what was drawn during a save after it, on what that one saved', async () => {
  const { result, saves, draw, wait, answer } = open();
  await draw('drawn 1');
  await wait();

  await draw('drawn 2');
  await wait();
  expect(saves).toHaveLength(1);
  await answer('r1');

  expect(saves.map(({ body }) => body.revision)).toEqual(['r0', 'r1']);
  expect(saves[1]?.body.xml).toBe('drawn 2');
  await answer('r2');
  expect(result.current.state.kind).toBe('saved');
});

it('stops when somebody else has saved, says who, and goes on from theirs', async () => {
  const { result, saves, draw, wait, answer } = open();
  const theirs = { by: '李四', number: 3, at: 7 };
  const conflict = refusal(409, 'process.draftChanged', '已被修改');
  Object.assign(conflict.response.data.errors[0]!, { data: theirs });
  await draw('drawn 1');
  await wait();
  await act(async () => saves[0]?.fail(conflict));
  expect(result.current.state).toEqual({ kind: 'conflict', by: theirs });

  await draw('drawn 2');
  await wait();
  expect(saves).toHaveLength(1);
  expect(result.current.state.kind).toBe('conflict');

  act(() => result.current.restart({ ...OPENED, revision: 'r9' }));
  await draw('drawn 3');
  await wait();
  expect(saves[1]?.body).toEqual({ xml: 'drawn 3', revision: 'r9' });
  await answer('r10');
  expect(result.current.state.kind).toBe('saved');
});

it('keeps what could not be saved, and saves it when it is asked again', async () => {
  const { result, saves, handle, draw, wait, answer } = open();
  await draw('drawn 1');
  await wait();
  await act(async () => saves[0]?.fail(new Error('offline')));
  expect(result.current.state).toMatchObject({ kind: 'failed', failure: { kind: 'offline' } });

  let isSaved: Promise<boolean> | undefined;
  await act(async () => {
    isSaved = result.current.flush(handle);
  });
  await answer('r1');

  expect(await isSaved).toBe(true);
  expect(saves[1]?.body).toEqual({ xml: 'drawn 1', revision: 'r0' });
});

describe('what is wrong with what was opened', () => {
  const WRONG = { code: 'x', severity: 'error', elementId: 'a', elementName: 'a', text: 'a' } as const;

  it('is not known until it was checked', async () => {
    const { result, answerCheck } = open();
    expect(result.current.problems).toBeNull();

    await answerCheck({ revision: 'r0', problems: [WRONG] });

    expect(result.current.problems).toEqual([WRONG]);
  });

  it('is not said of what was saved since', async () => {
    const { result, draw, wait, answer, answerCheck } = open();
    await draw('drawn 1');
    await wait();
    await answer('r1');

    await answerCheck({ revision: 'r0', problems: [WRONG] });

    expect(result.current.problems).toEqual([]);
  });
});
