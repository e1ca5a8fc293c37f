import { Muted } from '@wuxin/plugin-bpmn/client-v2';
import { Collapse, Typography } from 'antd';
import type { BoxView, MotionView } from '../../common/api';
import { useT, type TextKey } from '../i18n';
import { ANSWER_TEXT } from '../shared';

const isAnswer = (choice: string): choice is keyof typeof ANSWER_TEXT => choice in ANSWER_TEXT;

/** What is published of a secret vote: receipts and choices, each in alphabetical order, and the head of their chain. */
export function BoxList({ box, motion }: { box: BoxView; motion: MotionView }) {
  const t = useT();
  const named = (choice: string): string => {
    const key: TextKey | null = isAnswer(choice) ? ANSWER_TEXT[choice] : null;
    return key ? t(key) : (motion.candidates.find(({ id }) => id === choice)?.name ?? choice);
  };
  const columns = {
    columnWidth: 220,
    margin: 0,
    paddingInlineStart: 28,
    fontFamily: 'monospace',
    overflowWrap: 'anywhere',
  } as const;
  return (
    <div>
      {box.head ? (
        <p style={{ overflowWrap: 'anywhere' }}>
          {t('box.head')}{' '}
          <Typography.Text code copyable>
            {box.head}
          </Typography.Text>
        </p>
      ) : null}
      <Collapse
        size="small"
        items={[
          {
            key: 'receipts',
            label: t('box.receipts', { count: box.receipts.length }),
            children: (
              <>
                <p>
                  <Muted>{t('box.receiptsLead')}</Muted>
                </p>
                <ol style={columns}>
                  {box.receipts.map((receipt) => (
                    <li key={receipt}>{receipt}</li>
                  ))}
                </ol>
              </>
            ),
          },
          {
            key: 'choices',
            label: t('box.choices', { count: box.choices.length, spoilt: box.spoilt }),
            children: (
              <ol style={columns}>
                {box.choices.map((choice, index) => (
                  <li key={index}>{choice ? choice.map(named).join(t('common.and')) || t('count.blank') : t('count.invalid')}</li>
                ))}
              </ol>
            ),
          },
        ]}
      />
    </div>
  );
}
