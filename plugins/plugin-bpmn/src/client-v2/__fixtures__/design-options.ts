import type { DesignOptions } from '../../common/api';

/** What can be chosen in a designer where there is nothing to choose. */
export const NO_OPTIONS: DesignOptions = {
  assigneeKinds: [],
  people: [],
  fields: [],
  processes: [],
  decisions: [],
  activityTypes: [],
  parameters: [],
  collections: [],
  facts: { recordCollection: null, fields: null, forms: [], parameters: [], decisions: [], processes: [] },
};
