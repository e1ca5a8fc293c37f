import { foundPage, parseNotice, parseWallOptions, tellPage } from '..';
import { aNotice } from '../__fixtures__/notices';
import { noticePage } from './notice';
import { siteOf } from './frame';

const OPTIONS = parseWallOptions({ title: '公示栏', searchAt: '/api/wall/search', responsesAt: '/api/wall/objections' });
const HOSTILE = `"><script>alert(1)</script>'`;

describe('pages that an app answers with', () => {
  it('show what somebody looked for, and what was found, as text', () => {
    const notice = aNotice(1, { title: HOSTILE });
    const page = foundPage(OPTIONS, { query: HOSTILE, found: [notice], said: HOSTILE });

    expect(page).not.toContain('<script');
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;');
    expect(page).toContain(`href="n/${notice.id.slice(0, 2)}/${notice.id}.html"`);
  });

  it('tell what became of what was sent, as text', () => {
    const page = tellPage(OPTIONS, { title: HOSTILE, lines: [HOSTILE], facts: [[HOSTILE, HOSTILE]] });

    expect(page).not.toContain('<script');
    expect(page.match(/&lt;script&gt;alert/g)).toHaveLength(5); // the title twice
  });
});

describe('a notice that hangs not everywhere yet', () => {
  it('takes objections from now on, without a last day that nobody knows', () => {
    const responses = { asks: 'objection', until: null, isOpen: true, channels: [], windowAddress: '', telephone: '' };
    const page = noticePage(siteOf(OPTIONS), { status: 'published', notice: parseNotice({ ...aNotice(1), responses }) });

    expect(page).toContain('公示期从全部张贴到位之日起计算');
    expect(page).toContain('<form class="screen"');
  });

  it('has a period that is counted from the day on which it hangs everywhere', () => {
    const notice = parseNotice({ ...aNotice(1), publishedOn: '2026-11-05', startsOn: '2026-11-08', endsOn: '2026-11-15' });

    expect(noticePage(siteOf(OPTIONS), { status: 'published', notice })).toContain('2026年11月8日');
  });
});
