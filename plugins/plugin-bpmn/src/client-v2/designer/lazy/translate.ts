import zhCN from './bpmn-js.zh-CN.json';

type Replacements = Readonly<Record<string, string>>;
const CHINESE: Replacements = zhCN;

/** What bpmn-js calls to say something; English is what it brings itself. */
export const translating =
  (language: 'zh-CN' | 'en-US') =>
  (template: string, replacements: Replacements = {}) => {
    const said = language === 'zh-CN' && Object.hasOwn(CHINESE, template) ? (CHINESE[template] ?? template) : template;
    return said.replace(/{([^}]+)}/g, (whole, key: string) => replacements[key] ?? whole);
  };
