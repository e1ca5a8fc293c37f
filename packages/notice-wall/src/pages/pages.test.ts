import fc from 'fast-check';
import type { NoticeDocument } from '@wuxin/redaction';
import { memoryWall, noticePath, parseNotice, planChange, rebuildWall, wallPolicy, type WallNotice, type WallOptions } from '..';
import { aNotice, fullNotice, FULL_OPTIONS, idOf, OPTIONS } from '../__fixtures__/notices';
import { attribute, elementsOf, linksOf, textOf } from '../__fixtures__/markup';
import { wholeWall } from '../__fixtures__/walls';
import { siteOf } from './frame';
import { noticePage } from './notice';

const pageOf = (notice: WallNotice, options: WallOptions = FULL_OPTIONS) =>
  noticePage(siteOf(options), { status: 'published', notice });

const TAGS = new Set(
  'html head meta title link body a header p input label nav ol ul li main article h1 h2 h3 dl div dt dd time br section table thead tbody tr th td span details summary code figure svg rect path figcaption form textarea button strong footer'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'lang charset name content rel href class id for type aria-label aria-labelledby aria-hidden aria-current datetime role tabindex scope colspan download action method accept-charset value rows maxlength required inputmode min max autocomplete autocapitalize spellcheck aria-describedby xmlns viewbox shape-rendering width height fill d'.split(
    ' ',
  ),
);

function unexpectedIn(page: string): string[] {
  return elementsOf(page).flatMap(({ tagName, attrs }) => [
    ...(TAGS.has(tagName) ? [] : [`<${tagName}>`]),
    ...attrs.filter(({ name }) => !ATTRIBUTES.has(name.toLowerCase())).map(({ name }) => `${tagName} ${name}`),
    ...attrs
      .filter(({ name, value }) => name === 'href' && !/^(https?:\/\/|[A-Za-z0-9._/#-])/.test(value))
      .map(({ value }) => value),
    ...attrs.filter(({ value }) => /^\s*(javascript|data|vbscript):/i.test(value)).map(({ value }) => value),
  ]);
}

const HOSTILE = [
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", '</title><script>', '</textarea><svg onload=alert(1)>',
  '<!--', '-->', ']]>', '&lt;script&gt;', '&#60;b&#62;', '<a href="javascript:alert(1)">', '\u0000<\u0000script>', '\ud800', '\u202egnp.exe', '`${x}`',
  '<style>*{display:none}</style>', 'javascript:alert(1)', 'java\nscript:alert(1)', ' data:text/html,x', '//evil.example', '\\\\evil', '{number}', '$&',
]; // prettier-ignore
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 8 })), { minLength: 1, maxLength: 4 })
  .map((pieces) => `x${pieces.join('')}`.slice(0, 60));

const hostileNotice = fc
  .record({ a: hostileText, b: hostileText, c: hostileText, href: fc.oneof(hostileText, fc.constantFrom(...HOSTILE)) })
  .map(({ a, b, c, href }) => ({
    ...fullNotice(),
    number: b.slice(0, 40),
    title: a,
    place: { id: 'x', name: b, path: [c, a] },
    blocks: [
      { kind: 'heading' as const, text: a },
      { kind: 'paragraph' as const, text: b },
      { kind: 'table' as const, headerRows: 1, rows: [[{ text: c }], [{ text: a, columns: 2 }]] },
    ],
    attachments: [{ name: c, sizeInBytes: 1, sha256: '0'.repeat(64), href }],
    responses: {
      asks: 'opinion' as const,
      until: '2026-02-01',
      isOpen: true,
      channels: [a],
      windowAddress: b,
      telephone: c,
    },
    opinions: [{ summary: a, isAdopted: false, reason: c }],
    supersedes: { id: idOf(1), number: c.slice(0, 40) },
  }));

describe('hostile texts', () => {
  it('are never markup, attribute or another kind of link on the page of a notice', () => {
    fc.assert(
      fc.property(hostileNotice, (input) => {
        expect(unexpectedIn(pageOf(parseNotice(input)))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('change nothing of what a page consists of', () => {
    const shape = (page: string) => elementsOf(page).map(({ tagName }) => tagName);
    const plain = fullNotice();
    const marked = { ...plain, title: '<b>x</b><script>1</script>', place: { ...plain.place, name: '"><i>' } };

    expect(shape(pageOf(marked))).toEqual(shape(pageOf(plain)));
    expect(textOf(pageOf(marked))).toContain('<b>x</b><script>1</script>');
  });

  it('are never markup on any other page', async () => {
    const wall = memoryWall();
    const notice = aNotice(1, {
      title: HOSTILE.slice(0, 6).join(' '),
      place: { id: 'x', name: HOSTILE[1]!, path: [HOSTILE[0]!, HOSTILE[1]!] },
    });
    wall.save(await planChange(FULL_OPTIONS, wall, { kind: 'publish', notice }));

    const files = await wholeWall({ ...FULL_OPTIONS, title: HOSTILE[3]!, searchShards: null }, wall);

    const pages = [...files].filter(([path]) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.flatMap(([, page]) => unexpectedIn(page))).toEqual([]);
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:x',
    'java\nscript:x',
    ' javascript:x',
    'data:text/html,x',
    '//evil.example/x',
    'https:',
    '\\\\evil\\x',
    '',
  ])('a file at %j is named without a link', (href) => {
    const notice = { ...fullNotice(), attachments: [{ name: '附件', sizeInBytes: 1, sha256: '0'.repeat(64), href }] };

    const page = pageOf(notice);

    expect(elementsOf(page).filter((element) => attribute(element, 'download') !== undefined)).toEqual([]);
    expect(textOf(page)).toContain('附件');
  });
});

describe('the page of a notice', () => {
  it('has nothing that its policy forbids: no style, no script, no handler', () => {
    const page = pageOf(fullNotice());

    expect(wallPolicy({ ...FULL_OPTIONS, searchShards: null })).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(elementsOf(page).filter(({ tagName }) => ['script', 'style', 'iframe', 'img'].includes(tagName))).toEqual([]);
    expect(
      elementsOf(page).flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'style' || name.startsWith('on'))),
    ).toEqual([]);
  });

  it('lets a form go to another host only where the wall says so', () => {
    const options = { ...OPTIONS, responsesAt: 'https://app.example.org/api/wall', searchShards: 4 };

    expect(wallPolicy(options)).toContain("form-action 'self' https://app.example.org;");
    expect(wallPolicy(options)).toContain("script-src 'self'; connect-src 'self'");
  });

  it('has one heading of the first order, landmarks, a language, and a label for every field', () => {
    const elements = elementsOf(pageOf(fullNotice()));
    const ids = elements.filter(({ tagName }) => tagName === 'label').map((element) => attribute(element, 'for'));
    const fields = elements.filter((one) => ['input', 'textarea'].includes(one.tagName) && attribute(one, 'type') !== 'hidden');

    expect(elements.filter(({ tagName }) => tagName === 'h1')).toHaveLength(1);
    expect(elements.map(({ tagName }) => tagName)).toEqual(expect.arrayContaining(['header', 'nav', 'main', 'footer']));
    expect(attribute(elements.find(({ tagName }) => tagName === 'html')!, 'lang')).toBe('zh-CN');
    expect(fields.filter((field) => !ids.includes(attribute(field, 'id')))).toEqual([]);
  });

  it('has the form of objections with its fields where the wall has an address for it', () => {
    const elements = elementsOf(pageOf(fullNotice()));
    const form = elements.find(({ tagName }) => tagName === 'form')!;

    expect([attribute(form, 'method'), attribute(form, 'action')]).toEqual(['post', '/api/wall/responses']);
    expect(
      elements.flatMap((element) => (/^(input|textarea)$/.test(element.tagName) ? (attribute(element, 'name') ?? []) : [])),
    ).toEqual(['notice', 'text', 'people', 'name', 'contact', 'website']);
  });

  it('of a mirror says where to object instead of having a form', () => {
    const page = pageOf(fullNotice(), OPTIONS);

    expect(elementsOf(page).filter(({ tagName }) => tagName === 'form')).toEqual([]);
    expect(textOf(page)).toContain('0915-3610000');
  });

  it('has no form when the time is over', () => {
    const notice = fullNotice();

    const page = pageOf({ ...notice, responses: { ...notice.responses!, isOpen: false } });

    expect(elementsOf(page).filter(({ tagName }) => tagName === 'form')).toEqual([]);
    expect(textOf(page)).toContain('提出异议的时间已于 2026年1月9日 结束');
  });

  it('leads to its files from where it lies', () => {
    expect(linksOf(noticePath(fullNotice().id), pageOf(fullNotice()))).toContain('files/decision.pdf');
  });

  it('speaks English around a Chinese notice', () => {
    const page = pageOf(fullNotice(), { ...FULL_OPTIONS, locale: 'en-US' });

    expect(attribute(elementsOf(page).find(({ tagName }) => tagName === 'html')!, 'lang')).toBe('en');
    expect(attribute(elementsOf(page).find(({ tagName }) => tagName === 'main')!, 'lang')).toBe('zh-CN');
    expect(textOf(page)).toContain('2 January 2026 to 9 January 2026');
  });
});

describe('a notice that is gone', () => {
  const { blocks: _, ...summary } = fullNotice();

  it('shows neither title nor text', () => {
    const page = noticePage(siteOf(OPTIONS), { status: 'takenDown', summary, on: '2026-02-01' });

    expect(textOf(page)).toContain('2026-0007 已于 2026年2月1日 撤下');
    expect(page).not.toContain(summary.title);
  });

  it('leads to the one that corrects it', () => {
    const page = noticePage(siteOf(OPTIONS), { status: 'superseded', summary, by: { id: idOf(9), number: '2026-0009' } });

    expect(linksOf(noticePath(summary.id), page)).toContain(noticePath(idOf(9)));
    expect(page).not.toContain(summary.title);
  });
});

describe('reading a notice', () => {
  it('takes what the redaction check gives, without what readers of the file do not see', () => {
    const document: NoticeDocument = {
      blocks: [
        { kind: 'paragraph', text: '正文' },
        { kind: 'paragraph', text: '批注', source: 'comment' },
        { kind: 'paragraph', text: '删去的', source: 'deleted' },
        { kind: 'fileName', text: '附件.pdf' },
        { kind: 'table', rows: [[{ text: '格' }]], source: 'body' },
      ],
    };

    expect(parseNotice({ ...aNotice(1), ...document }).blocks).toEqual([
      { kind: 'paragraph', text: '正文' },
      { kind: 'table', rows: [[{ text: '格' }]] },
    ]);
  });

  it.each([
    ['an id that can be guessed', { id: '7' }],
    ['an id that is a path', { id: '../../../../etc/passwd00' }],
    ['a place that is a path', { place: { id: '../x', name: 'x', path: [] } }],
    ['a day that is none', { publishedOn: '2026-02-30' }],
    ['an end before the beginning', { endsOn: '2025-12-31' }],
    ['no title', { title: '' }],
    ['a kind that nobody knows', { kind: 'advertisement' }],
  ])('refuses %s', (_, change) => {
    expect(() => parseNotice({ ...aNotice(1), ...change })).toThrow(
      Object.keys(change)[0] === 'endsOn' ? /ends before/ : /invalid|no day|small/i,
    );
  });
});

describe('options', () => {
  it('give pages only for what the wall has', async () => {
    const paths: string[] = [];

    for await (const { written } of rebuildWall(OPTIONS, memoryWall())) paths.push(...written.map(({ path }) => path));

    expect(paths.toSorted()).toEqual(['all/archive.html', 'all/index.html', 'gone.html', 'index.html', 'wall.css']);
  });
});
