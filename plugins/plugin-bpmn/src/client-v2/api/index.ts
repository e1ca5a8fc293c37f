export { createApi, type BpmnApi } from './client';
export { toFailure, type Failure, type FailureKind } from './failure';
export { reader, type AnsweredFile, type ApiClient } from './request';
export { useApi } from './useApi';
export { useCommand, type Command } from './useCommand';
export { useQuery, type Query } from './useQuery';
