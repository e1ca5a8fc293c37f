import { type FlowModel, useFlowEngine } from '@nocobase/flow-engine';
import { useEffect, useState } from 'react';
import { type FormNode, TASK_FORM_MODEL, TASK_GRID_MODEL } from '../../common/form';
import { openScope } from './form-scope';

export type FormDesignState = { status: 'loading' } | { status: 'failed' } | { status: 'ready'; root: FlowModel };

const LOADING: FormDesignState = { status: 'loading' };

export interface FormToDesign {
  /** `draftFormUid(processKey, elementId)`. */
  formUid: string;
  collectionName: string;
  /** Its texts as they are written → in English. */
  english: Readonly<Record<string, string>>;
}

const WORDS_OF_FORMS = 'lm-flow-engine';

/** Loads the draft of a form for its designer, or begins one. Every change is saved by NocoBase's designer at once. */
export function useFormDesign({ formUid, collectionName, english }: FormToDesign): FormDesignState {
  const parent = useFlowEngine();
  const [state, setState] = useState<FormDesignState>(LOADING);
  useEffect(() => {
    let isOpen = true;
    // NocoBase looks up the words of a form there before it shows them; what is stored stays as it was written
    parent.context.i18n.addResourceBundle('en-US', WORDS_OF_FORMS, english, true, true);
    const scope = openScope(parent, { isDesigned: true, isPhone: false, words: english });
    scope.engine
      .loadOrCreateModel(emptyForm(formUid, collectionName), { delegate: scope.delegate })
      .then((root) => isOpen && setState(root ? { status: 'ready', root } : { status: 'failed' }))
      .catch(() => isOpen && setState({ status: 'failed' }));
    return () => {
      isOpen = false;
      setState(LOADING);
      scope.close();
    };
  }, [parent, formUid, collectionName, english]);
  return state;
}

/** Uids as in `formTree`, so that a form begun by hand and one from a pack are the same form. */
function emptyForm(uid: string, collectionName: string): FormNode {
  return {
    uid,
    use: TASK_GRID_MODEL,
    subModels: {
      items: [
        {
          uid: `${uid}_form`,
          use: TASK_FORM_MODEL,
          stepParams: { resourceSettings: { init: { dataSourceKey: 'main', collectionName } } },
          subModels: { grid: { uid: `${uid}_grid`, use: 'FormGridModel' } },
        },
      ],
    },
  };
}
