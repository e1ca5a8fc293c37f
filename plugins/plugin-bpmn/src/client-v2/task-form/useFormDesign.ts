import { type FlowModel, useFlowEngine } from '@nocobase/flow-engine';
import { useEffect, useState } from 'react';
import { type FormNode, TASK_FORM_MODEL, TASK_GRID_MODEL } from '../../common/form';
import { openScope } from './form-scope';

export type FormDesignState = { status: 'loading' } | { status: 'failed' } | { status: 'ready'; root: FlowModel };

const LOADING: FormDesignState = { status: 'loading' };

/** Loads the draft of a form for its designer, or begins one. Every change is saved by NocoBase's designer at once. */
export function useFormDesign(formUid: string, collectionName: string): FormDesignState {
  const parent = useFlowEngine();
  const [state, setState] = useState<FormDesignState>(LOADING);
  useEffect(() => {
    let isOpen = true;
    const scope = openScope(parent, { isDesigned: true, isPhone: false });
    scope.engine
      .loadOrCreateModel(emptyForm(formUid, collectionName), { delegate: scope.delegate })
      .then((root) => isOpen && setState(root ? { status: 'ready', root } : { status: 'failed' }))
      .catch(() => isOpen && setState({ status: 'failed' }));
    return () => {
      isOpen = false;
      setState(LOADING);
      scope.close();
    };
  }, [parent, formUid, collectionName]);
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
