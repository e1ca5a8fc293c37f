import { FailureAlert, Muted, ToggleButtons, useCommand } from '@wuxin/plugin-bpmn/client-v2';
import { Flex, List } from 'antd';
import { useCallback } from 'react';
import type { Answer, MotionView } from '../../../common/api';
import { useApi } from '../../api';
import { useT } from '../../i18n';
import { ANSWER_TEXT, ANSWERS } from '../../shared';
import { useDesk } from '../desk-context';

/** 唱名: name by name what was answered; a wrong one is pressed again. */
export function RollCallSheet({ motion }: { motion: MotionView }) {
  const t = useT();
  const api = useApi();
  const { reload } = useDesk();
  const mayAnswer = motion.may.includes('ballotMotions:answer');
  const command = useCommand(
    useCallback((entryId: string, answer: Answer) => api.motions.answer(motion.id, { entryId, answer }), [api, motion.id]),
  );
  const answer = async (entryId: string, said: Answer) => {
    if (await command.run(entryId, said)) reload();
  };
  return (
    <Flex vertical gap="small">
      <FailureAlert failure={command.failure} />
      <List
        size="small"
        header={<strong>{t('motion.rollCall')}</strong>}
        dataSource={motion.rollCall ?? []}
        rowKey={({ entryId }) => entryId}
        renderItem={({ entryId, name, answer: said }) => (
          <List.Item style={{ paddingInline: 0 }}>
            <Flex justify="space-between" align="center" gap="small" wrap style={{ width: '100%' }}>
              <strong style={{ fontSize: '1.15em' }}>{name}</strong>
              {mayAnswer ? (
                <ToggleButtons<Answer | ''>
                  label={t('motion.answerOf', { name })}
                  options={ANSWERS.map((value) => ({ value, label: t(ANSWER_TEXT[value]) }))}
                  value={said ?? ''}
                  onChange={(chosen) => {
                    if (chosen !== '') void answer(entryId, chosen);
                  }}
                />
              ) : (
                <span>{said ? t(ANSWER_TEXT[said]) : <Muted>{t('motion.notAnswered')}</Muted>}</span>
              )}
            </Flex>
          </List.Item>
        )}
      />
    </Flex>
  );
}
