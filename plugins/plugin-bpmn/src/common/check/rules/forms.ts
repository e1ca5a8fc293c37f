import { isUserTask, type Rule, when } from '../rule';

export const forms = {
  /** Its holder would see the record, and could fill in nothing. */
  'process.noForm': {
    severity: 'warning',
    find: (element, { graph, facts }) => {
      const collection = graph.processes[element.processId]?.settings.recordCollection;
      return when(isUserTask(element) && collection !== undefined && !facts.forms.includes(element.id));
    },
  },
} as const satisfies Record<string, Rule>;
