import { textsOf, withTexts } from './texts';
import type { FormNode } from './tree';

const FORM: FormNode = {
  uid: 'form',
  use: 'BpmnTaskGridModel',
  subModels: {
    items: [
      { uid: 'intro', use: 'MarkdownBlockModel', stepParams: { markdownBlockSettings: { editMarkdown: { content: '请填写' } } } },
      {
        uid: 'item',
        use: 'FormItemModel',
        stepParams: {
          fieldSettings: { init: { fieldPath: '意见' } },
          editItemSettings: { label: { label: '意见' }, description: { description: '写明理由' } },
        },
        subModels: { field: { uid: 'field', use: 'InputFieldModel' } },
      },
    ],
  },
};

describe('the texts of a form', () => {
  it('are its explanations, labels and helps', () => {
    expect(textsOf(FORM)).toEqual(['请填写', '意见', '写明理由']);
  });

  it('change without touching anything else, also where a setting reads the same', () => {
    const english = withTexts(FORM, (text) => ({ 请填写: 'Please fill in', 意见: 'Opinion' })[text] ?? text);

    expect(textsOf(english)).toEqual(['Please fill in', 'Opinion', '写明理由']);
    expect(JSON.parse(JSON.stringify(english))).toMatchObject({
      subModels: { items: [{}, { stepParams: { fieldSettings: { init: { fieldPath: '意见' } } } }] },
    });
    expect(withTexts(FORM, (text) => text)).toEqual(FORM);
  });
});
