import { tExpr } from '@nocobase/flow-engine';
import { Trigger } from '@nocobase/plugin-workflow/client-v2';
import { NAMESPACE } from '../i18n';

const text = (key: string) => tExpr(key, { ns: NAMESPACE });

/** A workflow that a service task calls: it has no settings, the task says what it gets. */
export class CalledByProcess extends Trigger {
  override title = text('workflow.called.title');
  override description = text('workflow.called.description');

  override validate(): boolean {
    return true;
  }

  /** What the server puts into the trigger's data; see src/server/bridge/call/call-job.ts. */
  override useVariables() {
    const ofInstance = [
      'id',
      'title',
      'processKey',
      'businessKey',
      'placeId',
      'placeName',
      'recordCollection',
      'recordId',
      'starterId',
    ];
    const children = ofInstance.map((name) => ({ key: name, value: name, label: name }));
    return [
      { key: 'variables', value: 'variables', label: text('workflow.called.variables') },
      { key: 'instance', value: 'instance', label: text('workflow.called.instance'), children },
    ];
  }
}
