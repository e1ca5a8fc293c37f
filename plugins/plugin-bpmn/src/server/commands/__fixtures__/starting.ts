import { userTask } from '../../__fixtures__';
import type { Place } from '../../places';

export const TOWN: Place = { id: '1', name: '城关镇', level: 'township' };
/** In {@link TOWN}. */
export const COMMUNITY: Place = { id: '12', name: '安岭社区', level: 'community' };

export const ONE_STEP = `<bpmn:startEvent id="begin" />${userTask('write', { name: '填写' })}<bpmn:endEvent id="end" />
  begin -> write
  write -> end`;

export const startersAre = (starters: string): string =>
  `<bpmn:extensionElements><wuxin:config><wuxin:property name="starters" value="${starters}" /></wuxin:config></bpmn:extensionElements>`;
