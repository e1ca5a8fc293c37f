import { Act, type ActValues } from '@wuxin/plugin-bpmn/client-v2';
import type { ReactNode } from 'react';
import type { Localized } from '../../common/api';
import { useSaid, useT, type TextKey } from '../i18n';

const TEXTS = {
  edit: { label: 'rules.edit', title: 'rules.editOf', done: 'rules.saved', tone: 'warning' },
  copy: { label: 'rules.copy', title: 'rules.copyOf', done: 'rules.created', tone: 'info' },
} as const satisfies Record<string, Record<'label' | 'title' | 'done', TextKey> & { tone: 'info' | 'warning' }>;

interface Props<Values extends object> {
  act: keyof typeof TEXTS;
  /** What is changed, or what the new one begins as. */
  of: Localized;
  consequence: TextKey;
  initialValues: Values;
  save: (values: Values, reason: string) => Promise<unknown>;
  onDone: () => void;
  /** The fields. */
  children: ReactNode;
}

/** A rule or meeting type is changed, or one of one's own is made like it; always with a reason. */
export function WriteAct<Values extends object>({ act, of, consequence, initialValues, save, onDone, children }: Props<Values>) {
  const t = useT();
  const said = useSaid();
  const { label, title, done, tone } = TEXTS[act];
  const name = t(title, { name: said(of) });
  return (
    <Act<Values & ActValues>
      label={t(label)}
      title={name}
      tone={tone}
      consequence={t(consequence)}
      reasonLabel={t('common.reason')}
      initialValues={initialValues as Partial<Values & ActValues>} // everything but the reason
      run={(values) => save(values, values.reason)}
      done={t(done)}
      onDone={onDone}
      button={{ 'size': 'small', 'aria-label': name }}
    >
      {children}
    </Act>
  );
}
