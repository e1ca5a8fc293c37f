import { type FormNode, modelOf, type StepParams } from '../../../common/form';

/** What only the stored tree needs: where a node hangs and when it is loaded. */
const STORAGE_KEYS = new Set(['parentId', 'parent', 'subKey', 'subType', 'async', 'variableContractType']);

/** Buttons that NocoBase offers unless told otherwise, and that ask for rights which holders of a task do not have. */
const FOREIGN_CHOICE: Readonly<Record<string, string>> = {
  UploadFieldModel: 'uploadSettings',
  SubTableFieldModel: 'subTableColumnSettings',
  SubFormListFieldModel: 'subFormListSettings',
};
const OFF: StepParams = { allowSelectExistingRecord: false };

/** Popups below a node are live models with contents of any kind. */
const POPUP_KEY = 'page';
const OPENS_POPUP = /^Display\w*FieldModel$/;

/** The tree as it will be rendered from the version row. */
export function runnable(node: FormNode): FormNode {
  const kept = Object.fromEntries(Object.entries(node).filter(([key]) => !STORAGE_KEYS.has(key))) as unknown as FormNode; // uid and use are kept
  const steps = withoutForeignRights(kept);
  const subModels = Object.entries(kept.subModels ?? {})
    .filter(([key]) => key !== POPUP_KEY)
    .map(([key, children]): [string, FormNode | FormNode[]] => [
      key,
      Array.isArray(children) ? inOrder(children).map(runnable) : runnable(children),
    ]);
  return {
    ...kept,
    ...(steps ? { stepParams: steps } : {}),
    ...(kept.subModels ? { subModels: Object.fromEntries(subModels) } : {}),
  };
}

function withoutForeignRights(node: FormNode): FormNode['stepParams'] {
  const model = modelOf(node);
  const flow = FOREIGN_CHOICE[model];
  if (flow) return withStep(node, flow, 'allowSelectExistingRecord', OFF);
  return OPENS_POPUP.test(model)
    ? withStep(node, 'displayFieldSettings', 'clickToOpen', { clickToOpen: false })
    : node.stepParams;
}

const withStep = ({ stepParams }: FormNode, flow: string, step: string, params: StepParams): FormNode['stepParams'] => ({
  ...stepParams,
  [flow]: { ...stepParams?.[flow], [step]: params },
});

/** The repository gives children as the database had them. */
const inOrder = (nodes: FormNode[]) => [...nodes].sort((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0));
