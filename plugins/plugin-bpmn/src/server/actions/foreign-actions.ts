import type { Context } from '@nocobase/actions';
import type { Application } from '@nocobase/server';
import { BpmnError } from '../runtime/errors';
import { localeOfRequest, refuse } from './define';

/** The part of NocoBase's error-handler plugin that we use; it publishes no declarations. */
interface ErrorHandlerPlugin {
  readonly errorHandler: {
    register(guard: (error: unknown) => boolean, render: (error: BpmnError, context: Context) => void): void;
  };
}

/** Refusals that reach actions of NocoBase, such as an update of a record under an open instance, read like ours. */
export function registerForeignRefusals(app: Application): void {
  const plugin = app.pm.get('error-handler') as unknown as ErrorHandlerPlugin | undefined;
  plugin?.errorHandler.register(
    (error) => error instanceof BpmnError,
    (error, context) => refuse(context, error, localeOfRequest(context)),
  );
}
