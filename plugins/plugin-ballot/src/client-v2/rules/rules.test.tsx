import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { findMeetingType, findRule } from '@wuxin/ballot-core';
import type { SaveMeetingTypeBody, SaveRuleBody } from '../../common/api';
import { ruleRow } from '../__fixtures__/meeting';
import { renderPage } from '../__fixtures__/renderPage';
import { RulesPage } from './RulesPage';

type Answers = Parameters<typeof renderPage>[1]['answers'];

const open = (answers: Answers = {}, query = '') =>
  renderPage(<RulesPage />, { at: `/admin/wuxin/ballot-rules${query}`, path: '/admin/wuxin/ballot-rules', answers });

describe('the page of voting rules', () => {
  it('says what each asks for, from where, and what nobody answers for yet', async () => {
    open();

    const known = (await screen.findByText('村民代表会议')).closest('tr');
    expect(known?.textContent).toMatch(/到会：实到达到应到的三分之二；通过：赞成超过实到半数.*村民委员会组织法.*有原文依据/);
    const unsure = screen.getByText('居民会议（2026 年起，待确认）').closest('tr');
    expect(unsure?.textContent).toMatch(/通过所需人数尚未确认.*待确认，不能使用/);
    expect(screen.getByText('1 条规则的数字待确认')).toBeTruthy();
  });

  it('takes numbers as fractions, says what they mean, and who answers for them', async () => {
    const { asked } = open();

    fireEvent.click(await screen.findByRole('button', { name: '确认数字' }));
    const dialog = within(await screen.findByRole('dialog'));
    const quorum = within(dialog.getByRole('group', { name: '到会须' }));
    const approval = within(dialog.getByRole('group', { name: '通过须' }));
    for (const [part, num, den] of [
      [quorum, '1', '2'],
      [approval, '1', '2'],
    ] as const) {
      fireEvent.change(part.getByLabelText('分子'), { target: { value: num } });
      fireEvent.change(part.getByLabelText('分母'), { target: { value: den } });
      fireEvent.mouseDown(part.getByRole('combobox', { name: '关系' }));
      fireEvent.click((await screen.findAllByTitle('超过（不含本数）')).at(-1)!);
    }
    expect(await dialog.findByText('到会：实到超过应到半数；通过：赞成超过实到半数')).toBeTruthy();
    fireEvent.change(dialog.getByLabelText('依据'), { target: { value: '居民委员会组织法第十条' } });
    fireEvent.change(dialog.getByLabelText('理由'), { target: { value: '已核对原文' } });
    fireEvent.click(dialog.getByRole('button', { name: '确认数字' }));

    const half = (count: string, base: string, id: string) => ({
      mode: 'allOf',
      clauses: [{ id, count, threshold: { operator: 'moreThan', num: 1, den: 2, base } }],
    });
    await waitFor(() =>
      expect(asked.find(({ url }) => url === 'ballotRules:confirm')?.data).toEqual({
        quorum: half('present', 'due', 'quorum'),
        approval: half('approve', 'present', 'approval'),
        source: '居民委员会组织法第十条',
        reason: '已核对原文',
      }),
    );
  });

  describe('changes the numbers of a rule', () => {
    const edit = async (key: string, name: string) => {
      const answers = { 'ballotRules:list': () => [ruleRow(key)], 'ballotRules:save': () => null };
      const { asked } = open(answers);
      fireEvent.click(await screen.findByRole('button', { name: `修改：${name}` }));
      const dialog = within(await screen.findByRole('dialog'));
      const save = () => {
        fireEvent.change(dialog.getByLabelText('理由'), { target: { value: '本地办法' } });
        fireEvent.click(dialog.getByRole('button', { name: /^修\s?改$/ }));
      };
      const saved = () => waitFor(() => asked.find(({ url }) => url === 'ballotRules:save')!.data as SaveRuleBody);
      return { dialog, save, saved };
    };
    const titleOf = (key: string) => findRule(key).title!['zh-CN'];
    const choose = async (part: ReturnType<typeof within>, label: string, option: string) => {
      fireEvent.mouseDown(part.getByRole('combobox', { name: label }));
      fireEvent.click((await screen.findAllByTitle(option)).at(-1)!);
    };

    it('with another share, which one of two is enough for, and keeps everything else that it says', async () => {
      const { dialog, save, saved } = await edit('village.representatives', '村民代表会议');
      fireEvent.click(dialog.getByRole('button', { name: '通过须：添加一条' }));
      const added = within(dialog.getByRole('group', { name: '通过须 2' }));
      fireEvent.change(added.getByLabelText('分子'), { target: { value: '1' } });
      fireEvent.change(added.getByLabelText('分母'), { target: { value: '2' } });
      await choose(added, '关系', '超过（不含本数）');
      await choose(added, '基数', '应到');
      fireEvent.click(within(dialog.getByRole('group', { name: '通过须' })).getByLabelText('满足其一即可'));

      expect(await dialog.findByText(/通过：赞成超过实到半数，或者?.*应到半数/)).toBeTruthy();
      save();

      const { rule, reason } = await saved();
      const before = findRule('village.representatives');
      const half = (id: string, base: string) => ({
        id,
        count: 'approve',
        threshold: { operator: 'moreThan', num: 1, den: 2, base },
      });
      expect(reason).toBe('本地办法');
      expect(rule).toEqual({
        ...before,
        approval: { mode: 'anyOf', clauses: [half('approval', 'present'), half('approval.2', 'due')] },
      });
    });

    it('by taking a share away, down to one', async () => {
      const { dialog, save, saved } = await edit('owners.meeting', titleOf('owners.meeting'));
      const before = findRule('owners.meeting').approval!.clauses;
      expect(before.length).toBeGreaterThan(1);

      fireEvent.click(dialog.getByRole('button', { name: '通过须：删除第 1 条' }));
      await waitFor(() => expect(dialog.queryByRole('button', { name: /通过须：删除/ })).toBeNull());
      save();

      expect((await saved()).rule.approval?.clauses).toEqual(before.slice(1));
    });

    it('and its words, and says on which state of it that is based', async () => {
      const { dialog, save, saved } = await edit('covenant.village', titleOf('covenant.village'));
      fireEvent.change(dialog.getByLabelText('名称'), { target: { value: '本村公约表决' } });
      const women = within(dialog.getByRole('group', { name: '到会的妇女' }));
      fireEvent.change(women.getByLabelText('分子'), { target: { value: '35' } });
      fireEvent.click(women.getByLabelText('不能表决'));
      expect(await dialog.findByText(/到会妇女达到实到的百分之三十五（未达到则不能表决）/)).toBeTruthy();
      fireEvent.change(dialog.getByLabelText('到哪天为止'), { target: { value: '2027-12-31' } });
      fireEvent.blur(dialog.getByLabelText('到哪天为止'));
      save();

      const body = await saved();
      expect(body).toMatchObject({
        basedOn: 'digest of covenant.village',
        rule: {
          title: { 'zh-CN': '本村公约表决', 'en-US': findRule('covenant.village').title!['en-US'] },
          shares: [{ id: 'women', onShort: 'block', threshold: { num: 35, den: 100 } }],
        },
      });
    });

    it('and what its numbers are called, each once, which its sentence says at once', async () => {
      const { dialog, save, saved } = await edit('village.representatives', '村民代表会议');
      const line = async (number: number, called: string) => {
        fireEvent.click(dialog.getByRole('button', { name: '添加叫法' }));
        const group = within(await dialog.findByRole('group', { name: `数字的叫法 ${number}` }));
        await choose(group, '数字', '应到');
        fireEvent.change(group.getByLabelText('叫法'), { target: { value: called } });
      };
      await line(1, '代表总数');
      expect(await dialog.findByText(/到会：实到达到代表总数的三分之二/)).toBeTruthy();
      await line(2, '应到代表');
      save();
      expect((await dialog.findAllByText('这个数字已经有叫法')).length).toBeGreaterThan(0);

      fireEvent.click(dialog.getByRole('button', { name: '删除第 2 个叫法' }));
      await waitFor(() => expect(dialog.queryByRole('group', { name: '数字的叫法 2' })).toBeNull());
      save();
      const words = { fact: '代表总数', share: '代表总数' };
      expect((await saved()).rule.labels).toEqual({ due: { 'zh-CN': words, 'en-US': words } });
    });

    it('only for administrators', async () => {
      open({ 'ballotRules:list': () => [ruleRow('village.representatives', { mayChange: false })] });

      await screen.findByText('村民代表会议');
      expect(screen.queryByRole('button', { name: /修改/ })).toBeNull();
    });
  });

  it('makes a rule like another one, with a source of its own', async () => {
    const { asked } = open({ 'ballotRules:create': () => ({ id: 'own.1' }) });
    fireEvent.click(await screen.findByRole('button', { name: '照此新建：村民代表会议' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('理由'), { target: { value: '议事规则' } });
    fireEvent.click(dialog.getByRole('button', { name: '照此新建' }));
    expect(await dialog.findByText('请填写“依据”')).toBeTruthy();

    fireEvent.change(dialog.getByLabelText('名称'), { target: { value: '锦苑社区代表会议' } });
    fireEvent.change(dialog.getByLabelText('依据'), { target: { value: '本社区议事规则第三条' } });
    fireEvent.click(dialog.getByRole('button', { name: '照此新建' }));

    const { rule, reason } = await waitFor(() => asked.find(({ url }) => url === 'ballotRules:create')!.data as SaveRuleBody);
    const { quorum, approval } = findRule('village.representatives');
    expect(reason).toBe('议事规则');
    expect(rule).toMatchObject({ quorum, approval, source: '本社区议事规则第三条', certainty: 'known' });
    expect(rule.title).toEqual({ 'zh-CN': '锦苑社区代表会议', 'en-US': '锦苑社区代表会议' });
  });

  it('tells administrators who changed a rule and why, and says where nobody did', async () => {
    const line = {
      sequence: 1,
      kind: 'ruleSaved',
      text: '修改规则：按村规',
      by: { id: 1, name: '陈管理' },
      at: 0,
      hash: 'a'.repeat(64),
    };
    const of = ({ filterByTk }: { filterByTk?: unknown }) => (filterByTk === 'village.representatives' ? [line] : []);
    open({ 'ballotRules:journal': ({ params }) => of(params as { filterByTk?: unknown }) });

    fireEvent.click(await screen.findByRole('button', { name: '变更记录：村民代表会议' }));
    expect((await screen.findByText('修改规则：按村规')).parentElement?.textContent).toContain('陈管理');
    fireEvent.click(screen.getByRole('button', { name: /变更记录：居民会议/ }));
    expect(await screen.findByText('没有改过')).toBeTruthy();
  });

  it('makes a meeting type like another one', async () => {
    const { asked } = open({ 'ballotMeetingTypes:create': () => ({ id: 'own.1' }) }, '?part=types');
    fireEvent.click(await screen.findByRole('button', { name: '照此新建：村民代表会议' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('理由'), { target: { value: '本地习惯' } });
    fireEvent.click(dialog.getByRole('button', { name: '照此新建' }));

    const { type } = await waitFor(
      () => asked.find(({ url }) => url === 'ballotMeetingTypes:create')!.data as SaveMeetingTypeBody,
    );
    expect(type).toEqual({
      ...findMeetingType('village.representatives'),
      title: { 'zh-CN': '村民代表会议（本地）', 'en-US': '村民代表会议（本地）' },
    });
  });

  it('changes the days, ways and rules of a meeting type', async () => {
    const saves = { 'ballotMeetingTypes:save': () => null };
    const { asked } = open(saves, '?part=types');
    fireEvent.click(await screen.findByRole('button', { name: '修改：村民代表会议' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('村民代表会议')).toBeTruthy(); // the rule by its name
    fireEvent.change(dialog.getByLabelText('提前通知（天）'), { target: { value: '7' } });
    fireEvent.click(dialog.getByLabelText('唱名'));
    fireEvent.click(dialog.getByLabelText('人数不足时可以再次召集'));
    fireEvent.change(dialog.getByLabelText('理由'), { target: { value: '本地办法' } });
    fireEvent.click(dialog.getByRole('button', { name: /^修\s?改$/ }));

    const { type } = await waitFor(() => asked.find(({ url }) => url === 'ballotMeetingTypes:save')!.data as SaveMeetingTypeBody);
    const before = findMeetingType('village.representatives');
    expect(type).toEqual({
      ...before,
      notice: { ...before.notice, days: 7 },
      ways: ['showOfHands', 'paper', 'phone', 'mixed'],
      reconvening: undefined,
    });
  });
});
