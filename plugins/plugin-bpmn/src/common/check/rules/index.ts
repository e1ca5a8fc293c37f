import { deadlines } from './deadlines';
import { forms } from './forms';
import { outcomes } from './outcomes';
import { people } from './people';
import { references } from './references';

/** Our own rules by the code of what they find; each has a text `problems.<code>`. */
export const RULES = { ...people, ...outcomes, ...references, ...forms, ...deadlines };
