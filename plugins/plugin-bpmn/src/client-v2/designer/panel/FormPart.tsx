import { useT } from '../../i18n';
import { paths } from '../../routes';
import { LinkButton, Muted } from '../../shared';
import { textIn } from '../settings';
import type { PartProps } from './editing';
import { Part } from './Setting';

/** The form is designed in NocoBase's own designer, on its own page. */
export function FormPart({
  element,
  processKey,
  hasRecord,
}: Pick<PartProps, 'element'> & { processKey: string; hasRecord: boolean }) {
  const t = useT();
  const name = textIn(element, 'name') || textIn(element, 'id');
  return (
    <Part title={t('designer.form')}>
      {hasRecord ? (
        <LinkButton to={paths.taskForm(processKey, textIn(element, 'id'))} aria-label={t('form.designOf', { name })}>
          {t('form.design')}
        </LinkButton>
      ) : (
        <Muted small>{t('designer.noRecord')}</Muted>
      )}
    </Part>
  );
}
