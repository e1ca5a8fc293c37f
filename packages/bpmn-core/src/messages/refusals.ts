import type { CommandErrorCode, IncidentCode } from '../interpret';
import type { ParseErrorCode } from '../parse';
import type { Texts } from './texts';

export const PARSE_TEXTS: Texts<ParseErrorCode> = {
  xmlTooLarge: ['文件超过 {maxBytes} 字节', 'The file has more than {maxBytes} bytes'],
  xmlHasDoctype: ['文件中不能有 DOCTYPE 或实体声明', 'The file must not declare a DOCTYPE or entities'],
  xmlTooManyElements: ['文件中的元素超过 {maxElements} 个', 'The file has more than {maxElements} elements'],
  xmlTooDeep: ['文件嵌套超过 {maxDepth} 层', 'The file is nested more than {maxDepth} deep'],
  xmlUnparsable: ['文件不是正确的 XML', 'The file is not well-formed XML'],
  xmlNotBpmn: ['文件不是 BPMN 2.0', 'The file is not BPMN 2.0'],
  xmlUnresolvedReference: [
    '{elementId} 的 {property} 指向不存在的 {reference}',
    '{property} of {elementId} points to {reference}, which does not exist',
  ],
  xmlUnknownContent: ['文件中有无法识别的内容：{reason}', 'The file has content that cannot be read: {reason}'],
};

export const COMMAND_TEXTS: Texts<CommandErrorCode> = {
  instanceEnded: ['办件已经结束', 'The instance has ended'],
  instanceStarted: ['办件已经开始', 'The instance has begun already'],
  processUnknown: ['没有流程 {processId}', 'There is no process {processId}'],
  startEventUnknown: ['没有开始事件 {startEventId}', 'There is no start event {startEventId}'],
  startEventNeeded: ['流程不能自行开始，要指明开始事件', 'The process does not begin by itself: name a start event'],
  tokenUnknown: ['这一步已经办完或被取消', 'This step is done or was cancelled'],
  tokenNotFailed: ['这一步没有出现异常', 'This step has not failed'],
  activityNotWaiting: ['这一步现在不能办理', 'This step cannot be done now'],
  subscriptionUnknown: ['已经不再等待这个事件', 'This event is no longer awaited'],
  subscriptionOtherKind: ['等待的不是这种事件，而是 {kind}', 'What is awaited is not this kind of event but {kind}'],
  timerNotDue: ['时间未到', 'The time has not come'],
  moveNothing: ['没有说明从哪里移动', 'It is not said what to move'],
  moveAcrossScopes: ['不能同时移动不同层的步骤', 'Steps of different levels cannot be moved together'],
  moveTargetUnknown: ['没有节点 {elementId}', 'There is no element {elementId}'],
  moveTargetOutside: ['节点 {elementId} 不在同一层', 'Element {elementId} is not on the same level'],
  moveTargetUnsuitable: ['不能移动到节点 {elementId}', 'Element {elementId} cannot be moved to'],
  moveNotPossible: ['正在补偿的步骤不能移动', 'A step that compensates cannot be moved'],
  notAnInstance: ['这一步不是由几个人分别办理的', 'This step is not done by several'],
  loopOverNoList: ['这一步不是按名单办理的', 'This step is not done by the entries of a list'],
  instancesTooMany: ['最多 {maximum} 份', 'There can be {maximum} at most'],
  lastInstance: ['只剩这一份，不能减去', 'This is the only one left and cannot be taken away'],
};

export const INCIDENT_TEXTS: Texts<IncidentCode> = {
  expressionFailed: [
    '表达式“{expression}”（{property}）无法计算',
    'The expression "{expression}" ({property}) cannot be evaluated',
  ],
  scriptFailed: ['脚本出错', 'The script failed'],
  conditionUnknown: ['条件“{expression}”用到的数据还不知道', 'The condition "{expression}" reads data that is not known'],
  conditionNotBoolean: ['条件“{expression}”的结果不是“是”或“否”', 'The condition "{expression}" gives neither true nor false'],
  noFlowChosen: ['没有一条连线的条件满足', 'The condition of no flow is met'],
  collectionNotList: ['“{expression}”不是列表', '"{expression}" is not a list'],
  cardinalityInvalid: ['次数“{expression}”不是自然数', 'The number "{expression}" is not a whole number'],
  tooManyInstances: ['实例 {count} 个，超过上限 {maximum}', '{count} instances are more than {maximum}'],
  timerInvalid: ['时间“{expression}”无法识别', 'The time "{expression}" cannot be read'],
  correlationKeyMissing: ['关联键“{expression}”没有值', 'The correlation key "{expression}" has no value'],
  nameInvalid: ['{property}“{expression}”没有名称', '{property} "{expression}" gives no name'],
  errorUncaught: ['错误 {errorCode} 没有处理', 'Nothing catches the error {errorCode}'],
  tooManySteps: ['走了 {steps} 步仍未停下，循环：{loop}', 'It did not stop after {steps} steps; the loop: {loop}'],
  joinStuck: ['汇合处等不到其余的令牌', 'The join waits for tokens that can no longer come'],
};
