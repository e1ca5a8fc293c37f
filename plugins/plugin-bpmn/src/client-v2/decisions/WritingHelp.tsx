import { Collapse } from 'antd';
import { useMemo } from 'react';
import { useT, type TextKey } from '../i18n';

const EXAMPLES: readonly (readonly [string, TextKey])[] = [
  ['-', 'decision.helpAny'],
  ['"agree"', 'decision.helpEqual'],
  ['"agree", "doubt"', 'decision.helpOneOf'],
  ['not("agree")', 'decision.helpNot'],
  ['< 3', 'decision.helpLess'],
  ['[1..5]', 'decision.helpBetween'],
  ['>= param("cov.return_max")', 'decision.helpParameter'],
];

function Examples() {
  const t = useT();
  return (
    <dl style={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '4px 16px', margin: 0 }}>
      {EXAMPLES.map(([cell, meaning]) => [
        <dt key={cell}>
          <code>{cell}</code>
        </dt>,
        <dd key={`${cell}-meaning`} style={{ margin: 0 }}>
          {t(meaning)}
        </dd>,
      ])}
    </dl>
  );
}

/** How cells are written, by example. */
export function WritingHelp() {
  const t = useT();
  const items = useMemo(() => [{ key: 'help', label: t('decision.help'), children: <Examples /> }], [t]);
  return <Collapse size="small" items={items} />;
}
