import { lazyModule } from '../lazy-modules';
import type { CheckModule, DesignerModule } from './contract';

/** bpmn-js as an editor; the module is designer/lazy/index.ts. */
export const loadDesigner = lazyModule<DesignerModule>('designer');

/** The rules of the check; the module is designer/lazy-check/index.ts. */
export const loadCheck = lazyModule<CheckModule>('designer-check', { hasStyle: false });
