import { Checkbox, theme } from 'antd';
import { useT } from '../../i18n';
import { setting, type PartProps } from './editing';
import { PersonRules } from './PersonRules';
import { Part } from './Setting';

/** Whether a step is a rating, and of whom. */
export function RatingPart(props: PartProps) {
  const t = useT();
  const { token } = theme.useToken();
  const { element, change } = props;
  const isRating = element.get('wuxin:confidential') === true;
  return (
    <Part title={t('designer.rating')}>
      <Checkbox
        checked={isRating}
        onChange={({ target }) => change(element, setting({ 'wuxin:confidential': target.checked || undefined }))}
        style={{ marginBottom: token.marginXS }}
      >
        {t('designer.isRating')}
      </Checkbox>
      {isRating ? (
        <>
          <div style={{ marginBottom: token.marginXXS }}>{t('designer.subjects')}</div>
          <PersonRules {...props} type="wuxin:Subject" addLabel={t('designer.addSubject')} />
        </>
      ) : null}
    </Part>
  );
}
