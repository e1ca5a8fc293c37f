import type { AssigneeKind } from '../types';
import { department } from './department';
import { expression } from './expression';
import { field } from './field';
import { person } from './person';
import { role } from './role';
import { starter } from './starter';

export const BUILT_IN_KINDS: readonly AssigneeKind[] = [person, role, department, field, starter, expression];
