import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { UploadProps } from 'antd';
import { useState, type ReactElement } from 'react';
import { FormUploads } from '../form-uploads';
import BpmnTaskUploadModel from './BpmnTaskUploadModel';

type Sent = Parameters<NonNullable<UploadProps['customRequest']>>[0];

const PLAN = { id: 7, title: '车位平面图', url: '/files/main/main/attachments/7.pdf' };
const fileOf = (name: string) => new File(['x'], name, { type: 'application/pdf' });

/** A field whose value a form keeps; NocoBase's request is in the test's hands. */
function show(initial: unknown, more: object = {}) {
  const uploads = new FormUploads();
  const sent: Sent[] = [];
  const kept = { value: initial };
  const model = new BpmnTaskUploadModel();
  model.context.defineProperty('bpmnTask', { value: { uploads } });
  function Field(): ReactElement {
    const [value, setValue] = useState(initial);
    const onChange = (next: unknown) => setValue((kept.value = next));
    Object.assign(model, {
      props: { value, onChange, multiple: true, customRequest: (one: Sent) => void sent.push(one), ...more },
    });
    return model.render();
  }
  const shown = render(<Field />);
  const choose = (...names: string[]) => {
    const input = shown.container.querySelector<HTMLInputElement>('input[type=file]')!;
    fireEvent.change(input, { target: { files: names.map(fileOf) } });
  };
  return { uploads, sent, kept, choose, ...shown };
}

describe('a file field of a form', () => {
  it('names its files, which the keyboard opens and removes', () => {
    const { kept } = show([PLAN]);

    expect(screen.getByRole('link', { name: '车位平面图' }).getAttribute('href')).toBe(PLAN.url);
    expect(screen.getByRole('button', { name: /上传附件/ })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '删除附件：车位平面图' }));

    expect(kept.value).toEqual([]);
  });

  it('says what is on its way until it is a value', async () => {
    const { uploads, sent, kept, choose } = show([PLAN]);

    choose('批文.pdf');
    await screen.findByText('正在上传：批文.pdf');
    expect(uploads.state).toBe('uploading');
    expect(kept.value).toEqual([PLAN]);
    await waitFor(() => expect(sent).toHaveLength(1));
    sent[0]!.onSuccess?.({ id: 8, title: '批文', url: '/8.pdf' });

    await screen.findByRole('link', { name: '批文' });
    expect(uploads.state).toBe('none');
    expect(kept.value).toEqual([PLAN, { id: 8, title: '批文', url: '/8.pdf' }]);
  });

  it('keeps what arrived although another one failed, and says which until it is removed', async () => {
    const { uploads, sent, kept, choose } = show([]);

    choose('平面图.pdf', '程序.pdf');
    await waitFor(() => expect(sent).toHaveLength(2));
    sent[1]!.onError?.(new Error('不能上传这种文件'));
    sent[0]!.onSuccess?.({ id: 8, title: '平面图', url: '/8.pdf' });

    expect(await screen.findByText('“程序.pdf”没有传成功')).toBeTruthy();
    expect(screen.getByText('不能上传这种文件')).toBeTruthy();
    await waitFor(() => expect(uploads.state).toBe('failed'));
    expect(kept.value).toMatchObject([{ id: 8 }]);
    fireEvent.click(screen.getByRole('button', { name: '删除附件：程序.pdf' }));
    await waitFor(() => expect(uploads.state).toBe('none'));
  });

  it('keeps two files that arrive one right after the other', async () => {
    const { sent, kept, choose } = show([]);
    choose('一.pdf', '二.pdf');
    await waitFor(() => expect(sent).toHaveLength(2));

    sent[0]!.onSuccess?.({ id: 1, title: '一', url: '/1.pdf' });
    sent[1]!.onSuccess?.({ id: 2, title: '二', url: '/2.pdf' });

    await screen.findByRole('link', { name: '二' });
    expect(kept.value).toMatchObject([{ id: 1 }, { id: 2 }]);
  });

  it('takes one file where the field holds one', () => {
    show(PLAN, { multiple: false });

    expect(screen.getByRole('link', { name: '车位平面图' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /上传附件/ })).toBeNull();
  });

  it('holds nothing up any more once it is gone', async () => {
    const { uploads, choose, unmount } = show([]);
    choose('批文.pdf');
    await waitFor(() => expect(uploads.state).toBe('uploading'));

    unmount();

    expect(uploads.state).toBe('none');
  });
});
