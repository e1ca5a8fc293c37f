import { MESSAGE_KINDS, messageText, type MessageKind } from './texts';

const facts = (kind: MessageKind) => ({
  kind,
  caseTitle: { 'zh-CN': '安岭居民公约', 'en-US': '安岭居民公约' },
  elementName: { 'zh-CN': '审核', 'en-US': 'Review' },
  dueAt: Date.UTC(2026, 10, 29, 20),
  note: '尽快',
});

describe('the text of a message', () => {
  it.each(MESSAGE_KINDS)('about %s is there in both languages, with everything filled in', (kind) => {
    for (const locale of ['zh-CN', 'en-US'] as const) {
      const { title, content } = messageText(locale, facts(kind));

      expect(`${title}${content}`).not.toMatch(/notify\.|\{\{/);
      expect(`${title}${content}`).toMatch(locale === 'zh-CN' ? /安岭居民公约|审核/ : /安岭居民公约|Review/);
      expect(locale === 'en-US' && /审核/.test(`${title}${content}`)).toBe(false);
      expect(content).toContain('2026-11-30');
      expect(content).toContain('尽快');
    }
  });

  it('leaves out what there is not', () => {
    const { content } = messageText('zh-CN', { ...facts('taskOpened'), dueAt: null, note: '' });

    expect(content).toBe('“安岭居民公约”到了“审核”，由您办理。');
  });
});
