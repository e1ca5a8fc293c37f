import { Descriptions } from 'antd';
import { useMemo } from 'react';
import type { ParameterDetail } from '../../common/api';
import { useT, type Translate } from '../i18n';
import { paths } from '../routes';
import { DateTime, Muted, TextLink, useIsPhone } from '../shared';
import { ComingValue } from './ComingValue';
import { levelInWords, limitInWords, originInWords, valueInWords } from './parameterWords';

function Processes({ processes }: Pick<ParameterDetail, 'processes'>) {
  const t = useT();
  if (processes.length === 0) return <Muted>{t('parameter.noProcess')}</Muted>;
  return (
    <>
      {processes.map(({ key, name }, index) => (
        <span key={key}>
          {index > 0 ? t('common.listSeparator') : null}
          <TextLink to={paths.process(key)}>{name}</TextLink>
        </span>
      ))}
    </>
  );
}

function factsOf({ parameter, processes, levels }: ParameterDetail, t: Translate) {
  const { value, effectiveFrom, setting, needsApprover, source } = parameter;
  const where = [t('parameter.everywhere'), ...levels.map((level) => levelInWords(level, t))];
  return [
    {
      key: 'value',
      label: t('parameter.value'),
      children: (
        <>
          <strong>{valueInWords(value, parameter, t)}</strong>
          <ComingValue parameter={parameter} />
        </>
      ),
    },
    {
      key: 'origin',
      label: t('parameter.origin'),
      children: (
        <>
          {originInWords(parameter, t)}
          {effectiveFrom === null ? null : (
            <Muted small>
              {' '}
              {t('parameter.since')} <DateTime at={effectiveFrom} />
            </Muted>
          )}
        </>
      ),
    },
    ...(setting
      ? [
          {
            key: 'setting',
            label: t('parameter.setBy'),
            children: t('parameter.setByFor', { name: setting.by.name, reason: setting.reason }),
          },
        ]
      : []),
    {
      key: 'limit',
      label: t('parameter.limit'),
      children: limitInWords(parameter, t) ?? <Muted>{t('common.none')}</Muted>,
    },
    {
      key: 'approval',
      label: t('parameter.approval'),
      children: needsApprover ? t('parameter.alwaysApproved') : t('parameter.approvedBeyond'),
    },
    { key: 'source', label: t('parameter.source'), children: source },
    { key: 'levels', label: t('parameter.levels'), children: where.join(t('common.listSeparator')) },
    { key: 'processes', label: t('parameter.usedBy'), children: <Processes processes={processes} /> },
  ];
}

/** What holds, on what ground, within which limits, and who reads it. */
export function ParameterFacts({ detail }: { detail: ParameterDetail }) {
  const t = useT();
  const isPhone = useIsPhone();
  const items = useMemo(() => factsOf(detail, t), [detail, t]);
  return <Descriptions column={1} size="small" layout={isPhone ? 'vertical' : 'horizontal'} bordered items={items} />;
}
