import { setFlowContext } from '../../../../../test/stubs/flow-engine';
import { act, renderHook } from '@testing-library/react';
import { PAUSE_IN_MS, useDraft } from './useDraft';

const request = jest.fn<Promise<unknown>, [object]>();
const draftOf = (opinion: string, isKept = true) =>
  renderHook(({ text }) => useDraft({ taskId: '7', savedAt: null, isKept, collect: () => ({ data: {}, opinion: text }) }), {
    initialProps: { text: opinion },
  });

beforeEach(() => {
  jest.useFakeTimers();
  request.mockReset().mockResolvedValue({ data: { data: { savedAt: 1000 } } });
  setFlowContext({ api: { request } });
});
afterEach(() => jest.useRealTimers());

const pause = () => act(() => jest.advanceTimersByTimeAsync(PAUSE_IN_MS));

it('saves once after a pause, with what was typed last', async () => {
  const { result, rerender } = draftOf('同');

  act(() => result.current.touch());
  rerender({ text: '同意' });
  act(() => result.current.touch());
  expect(result.current.hasUnsaved).toBe(true);
  await pause();

  expect(request).toHaveBeenCalledTimes(1);
  expect(request.mock.calls[0]?.[0]).toMatchObject({ url: 'bpmnTasks:saveDraft', data: { opinion: '同意' } });
  expect(result.current.state).toEqual({ status: 'saved', savedAt: 1000 });
  expect(result.current.hasUnsaved).toBe(false);
});

it('sends nothing of what must not lie on the server, and knows that it would be lost', async () => {
  const { result } = draftOf('同意', false);

  act(() => result.current.touch());
  await pause();

  expect(request).not.toHaveBeenCalled();
  expect(result.current.hasUnsaved).toBe(true);
});

it('keeps a failed draft as unsaved', async () => {
  request.mockRejectedValue(new Error('offline'));
  const { result } = draftOf('同意');

  act(() => result.current.touch());
  await pause();

  expect(result.current.state.status).toBe('failed');
  expect(result.current.hasUnsaved).toBe(true);
});

it('saves nothing while the task is being decided, and goes on when the decision was refused', async () => {
  const { result } = draftOf('同意');

  act(() => result.current.touch());
  act(() => result.current.hold());
  await pause();
  expect(request).not.toHaveBeenCalled();
  expect(result.current.hasUnsaved).toBe(true);

  act(() => result.current.touch());
  await pause();
  expect(request).toHaveBeenCalledTimes(1);
});

it('saves nothing after the task was completed', async () => {
  const { result } = draftOf('同意');

  act(() => result.current.touch());
  act(() => result.current.stop());
  await pause();

  expect(request).not.toHaveBeenCalled();
});

it('sends one at a time, so that a slow one cannot overwrite what was typed later', async () => {
  const answers: ((savedAt: number) => void)[] = [];
  request.mockImplementation(() => new Promise((resolve) => answers.push((savedAt) => resolve({ data: { data: { savedAt } } }))));
  const { result, rerender } = draftOf('同');
  const type = async (text: string) => {
    rerender({ text });
    act(() => result.current.touch());
    await pause();
  };
  await type('同');

  await type('同意');
  await type('同意。');
  expect(request).toHaveBeenCalledTimes(1);
  await act(async () => answers[0]?.(1000));
  expect(request).toHaveBeenCalledTimes(2);
  expect(request.mock.calls[1]?.[0]).toMatchObject({ data: { opinion: '同意。' } });
  expect(result.current.hasUnsaved).toBe(true);
  await act(async () => answers[1]?.(2000));

  expect(request).toHaveBeenCalledTimes(2);
  expect(result.current.state).toEqual({ status: 'saved', savedAt: 2000 });
});

it('sends nothing more when the task was completed while a draft was on its way', async () => {
  let answer: (value: unknown) => void = () => undefined;
  request.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  const { result } = draftOf('同意');
  act(() => result.current.touch());
  await pause();
  act(() => result.current.touch());
  await pause();

  act(() => result.current.stop());
  await act(async () => answer({ data: { data: { savedAt: 1000 } } }));

  expect(request).toHaveBeenCalledTimes(1);
});
