export { type ActivityContext, type ActivityType, activityTypesOf, type Entered } from '../activity-types';
export { decisionType } from './activities/decision';
export { type ServiceAnswer, type ServiceCall, type ServiceHandler, serviceHandlersOf, serviceType } from './activities/service';
export { userTaskType } from './activities/user-task';
export { type Advance, advance, advanceAfter, decidedEvent, enter } from './advance';
export { environment } from './environment';
export { type Gathered, type NewTask, Unit } from './unit';
