import { CheckCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Muted, TextLink, ToneTag } from '@wuxin/plugin-bpmn/client-v2';
import { Flex } from 'antd';
import type { KindNumber } from '../../common/api';
import { useSaid, useT } from '../i18n';
import { paths } from '../routes';

interface Props {
  number: KindNumber;
  /** With its unit. */
  words: string;
  placeId: string | undefined;
  /** The reader may change parameters. */
  isLinked: boolean;
}

/** A number that holds at a place, whether somebody answers for it, and the parameter where it is set. */
export function NumberCell({ number: { key, name, isConfirmed }, words, placeId, isLinked }: Props) {
  const t = useT();
  const said = useSaid();
  return (
    <Flex vertical align="flex-start" gap={2}>
      <Flex gap="small" align="center" wrap>
        <strong>{words}</strong>
        {isConfirmed ? (
          <ToneTag tone="success" icon={<CheckCircleOutlined />}>
            {t('noticeKind.confirmed')}
          </ToneTag>
        ) : (
          <ToneTag tone="warning" icon={<QuestionCircleOutlined />}>
            {t('noticeKind.unconfirmed')}
          </ToneTag>
        )}
      </Flex>
      {isLinked ? (
        <TextLink to={paths.parameter(key, placeId)}>{t('noticeKind.parameterOf', { name: said(name) })}</TextLink>
      ) : (
        <Muted small>{t('noticeKind.parameterOf', { name: said(name) })}</Muted>
      )}
    </Flex>
  );
}
