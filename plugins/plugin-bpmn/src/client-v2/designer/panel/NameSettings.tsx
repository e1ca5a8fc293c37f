import { useLanguage, useT } from '../../i18n';
import { nameChange, readNames, type Names } from '../settings';
import { setting, type PartProps } from './editing';
import { TextSetting } from './TextSetting';

/** In both languages, the reader's first: that is the one in the drawing. */
export function NameSettings({ element, change }: Omit<PartProps, 'options'>) {
  const t = useT();
  const language = useLanguage();
  const names = readNames(element, language);
  const put = (part: Partial<Names>) => {
    const next = { ...names, ...part };
    // a process is found by its name
    const isLost = element.$type === 'bpmn:Process' && next.chinese.trim() === '' && next.english.trim() === '';
    if (!isLost) change(element, setting(nameChange(element, next, language)));
  };
  const chinese = (
    <TextSetting
      key="chinese"
      label={t(language === 'zh-CN' ? 'designer.name' : 'designer.nameZh')}
      value={names.chinese}
      onCommit={(name) => put({ chinese: name })}
    />
  );
  const english = (
    <TextSetting
      key="english"
      label={t(language === 'zh-CN' ? 'designer.nameEn' : 'designer.name')}
      value={names.english}
      placeholder={names.chinese}
      onCommit={(name) => put({ english: name })}
    />
  );
  return <>{language === 'zh-CN' ? [chinese, english] : [english, chinese]}</>;
}
