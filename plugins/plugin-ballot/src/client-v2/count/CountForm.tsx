import { parseRule } from '@wuxin/ballot-core';
import { Act, Panel } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, Flex, InputNumber, theme } from 'antd';
import { useId, useState } from 'react';
import type { MotionView } from '../../common/api';
import { useApi } from '../api';
import { useSaid, useT, type TextKey } from '../i18n';
import { useRule } from '../result';
import { CountTable } from './CountTable';
import { countsOf, faultsOf, fieldsOf, isWhole, restOfHands, type CountField, type Entered } from './entered';

const LABEL: Record<CountField, TextKey> = {
  issued: 'count.issued',
  recovered: 'count.recovered',
  approve: 'answer.approve',
  oppose: 'answer.oppose',
  abstain: 'answer.abstain',
  invalid: 'count.invalid',
};

/** A number in the size in which it is called out. */
function NumberLine({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}) {
  const { token } = theme.useToken();
  const id = useId();
  return (
    <div
      style={{
        display: 'grid',
        gridTemplateColumns: '1fr minmax(110px, 160px)',
        alignItems: 'center',
        gap: token.margin,
        paddingBlock: token.paddingXS,
        borderBottom: `1px solid ${token.colorBorderSecondary}`,
      }}
    >
      <label htmlFor={id} style={{ fontSize: token.fontSizeHeading4, overflowWrap: 'anywhere' }}>
        {label}
      </label>
      <InputNumber<number>
        id={id}
        value={value ?? null}
        onChange={(next) => onChange(next ?? undefined)}
        min={0}
        precision={0}
        controls={false}
        inputMode="numeric"
        size="large"
        style={{ width: '100%', fontSize: token.fontSizeHeading3 }}
      />
    </div>
  );
}

function Check({ motion, entered }: { motion: MotionView; entered: Entered }) {
  const t = useT();
  const said = useSaid();
  const row = useRule(motion.ruleKey);
  if (!row) return null;
  const rule = parseRule(row.rule);
  const faults = faultsOf(motion, rule, entered);
  const rest = motion.way === 'showOfHands' ? restOfHands(motion, rule, entered) : null;
  const { issued, recovered } = entered.numbers;
  const isVoid = issued !== undefined && recovered !== undefined && recovered > issued;
  return (
    <div role="status">
      {faults.map((fault) => (
        <Alert key={fault['zh-CN']} type="error" showIcon message={said(fault)} />
      ))}
      {faults.length === 0 && rest !== null && rest > 0 ? (
        <Alert type="info" showIcon message={t('count.rest', { count: rest })} />
      ) : null}
      {isVoid ? <Alert type="error" showIcon message={t('count.moreThanIssued', { issued, recovered })} /> : null}
      {faults.length === 0 && !isVoid && isWhole(motion, entered) ? (
        <Alert type="success" showIcon message={t('count.addsUp')} />
      ) : null}
    </div>
  );
}

/** The numbers of one teller; sums are held against each other while one types. */
export function CountForm({ motion, onDone }: { motion: MotionView; onDone: () => void }) {
  const t = useT();
  const api = useApi();
  const row = useRule(motion.ruleKey);
  const [entered, setEntered] = useState<Entered>({ numbers: {}, candidates: {} });
  const faults = row ? faultsOf(motion, parseRule(row.rule), entered) : [];
  const isReady = isWhole(motion, entered) && faults.length === 0;
  const counts = countsOf(motion, entered);
  return (
    <Panel title={t('count.sheet')}>
      <Flex vertical gap="middle">
        <div>
          {fieldsOf(motion).map((field) => (
            <NumberLine
              key={field}
              label={t(LABEL[field])}
              value={entered.numbers[field]}
              onChange={(value) => setEntered(({ numbers, ...rest }) => ({ ...rest, numbers: { ...numbers, [field]: value } }))}
            />
          ))}
          {motion.candidates.map(({ id, name }) => (
            <NumberLine
              key={id}
              label={t('count.votesFor', { name })}
              value={entered.candidates[id]}
              onChange={(value) =>
                setEntered(({ candidates: { [id]: _, ...others }, ...rest }) => ({
                  ...rest,
                  candidates: value === undefined ? others : { ...others, [id]: value },
                }))
              }
            />
          ))}
        </div>
        <Check motion={motion} entered={entered} />
        <Act
          label={t('count.handIn')}
          consequence={t(isReady ? 'count.handInConsequence' : 'count.notReady')}
          isBlocked={!isReady}
          tone={isReady ? 'info' : 'warning'}
          run={() => api.motions.count(motion.id, { counts })}
          done={t('count.handedIn')}
          onDone={onDone}
          button={{ type: 'primary', size: 'large', disabled: !isReady }}
        >
          <CountTable counts={counts} />
        </Act>
      </Flex>
    </Panel>
  );
}
