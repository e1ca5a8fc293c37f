import { Alert, Checkbox, Flex } from 'antd';
import type { PackPreview } from '../../common/api';
import { useT } from '../i18n';
import { Muted, Panel, ToneTag } from '../shared';
import { FindingGroup } from './FindingGroup';

export interface PreviewCardProps {
  preview: PackPreview;
  fromPack: ReadonlySet<string>;
  isSkipped: boolean;
  isOneOfMany: boolean;
  onDecide: (findingId: string, side: 'here' | 'pack') => void;
  onSkip: (isSkipped: boolean) => void;
}

/** What people have to decide comes first, what stands in the way before it. */
const GROUPS = ['conflict', 'dropped', 'taken', 'kept'] as const;

/** One procedure of a pack: what it brings, what it would change here and what stays. */
export function PreviewCard({ preview, fromPack, isSkipped, isOneOfMany, onDecide, onSkip }: PreviewCardProps) {
  const t = useT();
  const { name, isNew, base, contents, findings, obstacles, problems } = preview;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const skip = (
    <Checkbox checked={!isSkipped} onChange={({ target }) => onSkip(!target.checked)}>
      {t('pack.include')}
    </Checkbox>
  );
  return (
    <Panel title={name} extra={isOneOfMany ? skip : null}>
      {isSkipped ? (
        <Muted>{t(!isNew && findings.length === 0 ? 'pack.same' : 'pack.skipped')}</Muted>
      ) : (
        <Flex vertical gap="middle">
          <Flex gap="small" wrap align="center">
            <ToneTag tone={isNew ? 'success' : 'info'}>{isNew ? t('pack.isNew') : t('pack.isUpgrade')}</ToneTag>
            <Muted>
              {contents.map(({ name: kind, count }) => t('pack.content', { kind, count })).join(t('common.listSeparator'))}
            </Muted>
          </Flex>
          {!isNew && base === 'none' ? <Alert type="warning" showIcon message={t('pack.noBase')} /> : null}
          {obstacles.map(({ text, isWarning }) => (
            <Alert key={text} type={isWarning ? 'warning' : 'error'} showIcon role="alert" message={text} />
          ))}
          {errors.length > 0 ? (
            <Alert
              type="warning"
              showIcon
              message={t('pack.problems', { count: errors.length })}
              description={errors.map(({ text }) => text).join(' ')}
            />
          ) : null}
          {!isNew && findings.length === 0 ? <Alert type="success" showIcon message={t('pack.same')} /> : null}
          {GROUPS.map((kind) => (
            <FindingGroup
              key={kind}
              kind={kind}
              findings={findings.filter((finding) => finding.kind === kind)}
              fromPack={fromPack}
              onDecide={onDecide}
            />
          ))}
        </Flex>
      )}
    </Panel>
  );
}
