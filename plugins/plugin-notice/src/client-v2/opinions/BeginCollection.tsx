import { Act } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, Flex, Form, Input, InputNumber } from 'antd';
import dayjs from 'dayjs';
import { useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import type { NoticePost } from '../../common/api';
import { LongText } from '../objections';
import { dayAfter, PlaceSelect, StaffFields, staffOf, type StaffValues } from '../shared';
import { useApi } from './api';
import { paths } from './paths';
import { useT } from './texts';

interface Values {
  reason: string;
  title: string;
  text: string;
  placeId: string;
  days: number;
  staff?: StaffValues;
}

const MOST_TITLE = 200;
const MOST_TEXT = 20_000;
const MOST_DAYS = 366;
const POSTS: readonly NoticePost[] = ['drafter', 'approver', 'poster', 'decider'];
const NEEDED: readonly NoticePost[] = ['approver', 'poster', 'decider'];
const SAID = {
  drafter: { label: 'notice.post.drafter', hint: 'opinion.page.beginDrafterHint' },
  decider: { label: 'opinion.page.beginDecider', hint: 'opinion.page.beginDeciderHint' },
} as const;

/** What follows, in the order in which it happens. */
function WhatFollows() {
  const t = useT();
  const steps = (['draft', 'publish', 'collect', 'decide'] as const).map((step) => t(`opinion.page.beginStep.${step}`));
  return (
    <Flex vertical gap={4}>
      <span>{t('opinion.page.beginConsequence')}</span>
      <ol style={{ margin: 0, paddingInlineStart: 20 }}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Flex>
  );
}

/** Until when opinions would be taken if it were published today. */
function DaysInWords() {
  const t = useT();
  const days = Form.useWatch<number | null | undefined>('days');
  if (!days) return null;
  const closesOn = dayAfter(dayjs().format('YYYY-MM-DD'), days);
  return (
    <Form.Item>
      <Alert type="info" message={t('opinion.page.beginDaysMean', { days, closesOn })} />
    </Form.Item>
  );
}

function Fields() {
  const t = useT();
  const fillIn = (name: string) => [{ required: true, message: t('notice.fillIn', { name }) }];
  const [title, place, days] = [t('opinion.page.beginTitle'), t('notice.place'), t('opinion.page.beginDays')];
  return (
    <>
      <Form.Item
        name="title"
        label={title}
        rules={[{ required: true, whitespace: true, message: t('notice.fillIn', { name: title }) }]}
      >
        <Input maxLength={MOST_TITLE} placeholder={t('opinion.page.beginTitleExample')} />
      </Form.Item>
      <LongText
        name="text"
        label={t('opinion.page.beginText')}
        extra={t('opinion.page.beginTextHint')}
        most={MOST_TEXT}
        rows={6}
      />
      <Form.Item name="placeId" label={place} rules={fillIn(place)}>
        <PlaceSelect />
      </Form.Item>
      <Form.Item name="days" label={days} extra={t('opinion.page.beginDaysHint')} rules={fillIn(days)}>
        <InputNumber min={1} max={MOST_DAYS} precision={0} style={{ width: 160 }} />
      </Form.Item>
      <DaysInWords />
      <StaffFields known={[]} posts={POSTS} said={SAID} required={NEEDED} />
    </>
  );
}

/** 征集意见: its announcement is drafted with it, which is where whoever begins it goes on. */
export function BeginCollection() {
  const t = useT();
  const api = useApi();
  const navigate = useNavigate();
  const noticeId = useRef<string | null>(null);
  const begin = async ({ title, text, placeId, days, staff }: Values) => {
    const begun = await api.begin({ title: title.trim(), text: text.trim(), placeId, days, staff: staffOf(staff) });
    noticeId.current = begun.noticeId;
  };
  return (
    <Act<Values>
      isMain
      label={t('opinion.page.beginAct')}
      consequence={<WhatFollows />}
      run={begin}
      done={t('opinion.page.begun')}
      onDone={() => {
        if (noticeId.current !== null) navigate(paths.notice(noticeId.current));
      }}
    >
      <Fields />
    </Act>
  );
}
