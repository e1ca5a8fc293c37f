import { Act, Choice } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, Form, Radio } from 'antd';
import type { AffectedStep, ObjectionDecision, ObjectionReconsideration, ObjectionView } from '../../common/api';
import { useApi } from './api';
import { LongText } from './LongText';
import {
  DECISION_CONSEQUENCE,
  DECISION_TEXT,
  DECISIONS,
  PERIOD_TEXT,
  RECONSIDERATION_CONSEQUENCE,
  RECONSIDERATION_TEXT,
  RECONSIDERATIONS,
  stepInWords,
  useT,
  type TextKey,
} from './texts';

/** Passed on by antd though its types do not say so: without it the form's word that it is required is one about a mere box. */
const RADIOS = { role: 'radiogroup' } as const;

interface ActProps {
  view: ObjectionView;
  onDone: () => void;
}

interface Values<Word> {
  reason: string;
  word?: Word;
  text?: string;
  step?: string;
}

interface VerdictProps<Word extends string> {
  legend: string;
  words: readonly Word[];
  said: Record<Word, TextKey>;
  consequence: Record<Word, TextKey>;
  steps: readonly AffectedStep[];
  textLabel: string;
  period: ObjectionView['period'];
}

/** One of some words, what follows of it, the step where one is asked for, and the text that whoever objected reads. */
function Verdict<Word extends string>({ legend, words, said, consequence, steps, textLabel, period }: VerdictProps<Word>) {
  const t = useT();
  const word = Form.useWatch<Word | undefined>('word');
  return (
    <>
      <Form.Item name="word" label={legend} rules={[{ required: true, message: t('objection.page.choose', { label: legend }) }]}>
        <Radio.Group {...RADIOS} options={words.map((one) => ({ value: one, label: t(said[one]) }))} />
      </Form.Item>
      {word === undefined ? null : (
        <Form.Item>
          <Alert
            type={word === 'upheld' || word === 'corrected' ? 'warning' : 'info'}
            showIcon
            message={t(consequence[word], { days: t(PERIOD_TEXT[period.unit], { days: period.days }) })}
          />
        </Form.Item>
      )}
      {word === 'upheld' && steps.length > 0 ? (
        <Form.Item
          name="step"
          label={t('objection.page.step')}
          extra={t('objection.page.stepHint')}
          rules={[{ required: true, message: t('objection.page.choose', { label: t('objection.page.step') }) }]}
        >
          <Choice options={steps.map((one) => ({ value: one.step, label: stepInWords(t, one) }))} />
        </Form.Item>
      ) : null}
      <LongText name="text" label={textLabel} extra={t('objection.page.isRead')} />
    </>
  );
}

/** 答复: that it stands, that only the text is wrong, or that it does not stand. */
export function AnswerAct({ view: { id, steps, period, may, needsHearing, hearingOn }, onDone }: ActProps) {
  const t = useT();
  const api = useApi();
  if (!may.includes('answer')) return null;
  const isHearingFirst = needsHearing && hearingOn === null;
  return (
    <Act<Values<ObjectionDecision>>
      isMain={!isHearingFirst}
      button={{ disabled: isHearingFirst }}
      label={t('objection.page.answerAct')}
      consequence={t('objection.page.answerLead')}
      run={({ word = 'rejected', text = '', step }) =>
        api.answer(id, { decision: word, answer: text.trim(), affectedStep: step })
      }
      done={t('objection.page.answered')}
      onDone={onDone}
    >
      <Verdict
        legend={t('objection.page.decision')}
        words={DECISIONS}
        said={DECISION_TEXT}
        consequence={DECISION_CONSEQUENCE}
        steps={steps}
        period={period}
        textLabel={t('objection.page.answerText')}
      />
    </Act>
  );
}

/** 复核 of the level above. */
export function ReconsiderAct({ view: { id, steps, period, may }, onDone }: ActProps) {
  const t = useT();
  const api = useApi();
  if (!may.includes('reconsider')) return null;
  return (
    <Act<Values<ObjectionReconsideration>>
      isMain
      label={t('objection.page.reconsiderAct')}
      consequence={t('objection.page.reconsiderLead')}
      run={({ word = 'stands', text = '', step }) =>
        api.reconsider(id, { reconsideration: word, text: text.trim(), affectedStep: step })
      }
      done={t('objection.page.reconsidered')}
      onDone={onDone}
    >
      <Verdict
        legend={t('objection.page.reconsiderationLabel')}
        words={RECONSIDERATIONS}
        said={RECONSIDERATION_TEXT}
        consequence={RECONSIDERATION_CONSEQUENCE}
        steps={steps}
        period={period}
        textLabel={t('objection.page.reconsiderationText')}
      />
    </Act>
  );
}
