import { noticeLink, noticeQr } from '..';
import { elementsOf } from '../__fixtures__/markup';
import { idOf } from '../__fixtures__/notices';

const OPTIONS = { address: 'https://wall.example.org/', locale: 'zh-CN' } as const;

describe('the QR code of a notice', () => {
  it('leads to its page and nowhere else', () => {
    expect(noticeLink(OPTIONS, idOf(7))).toBe(`https://wall.example.org/n/${idOf(7).slice(0, 2)}/${idOf(7)}.html`);
  });

  it('is a picture with a name, and has four light modules on every side', () => {
    const elements = elementsOf(noticeQr(OPTIONS, idOf(7))!);
    const svg = elements.find(({ tagName }) => tagName === 'svg')!;
    const path = elements.find(({ tagName }) => tagName === 'path')!.attrs.find(({ name }) => name === 'd')!.value;
    const places = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
    const size = Number(svg.attrs.find(({ name }) => name === 'viewBox')!.value.split(' ')[2]);

    expect(svg.attrs).toContainEqual({ name: 'aria-label', value: '扫码查看本公示' });
    expect([Math.min(...places), Math.max(...places)]).toEqual([4, size - 5]);
  });

  it('needs to know where the wall is', () => {
    expect(noticeQr({ ...OPTIONS, address: null }, idOf(7))).toBeNull();
  });
});
