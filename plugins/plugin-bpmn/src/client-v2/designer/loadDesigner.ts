import { lazyModule } from '../lazy-modules';
import type { DesignerModule } from './contract';

/** bpmn-js as an editor; the module is designer/lazy/index.ts. */
export const loadDesigner = lazyModule<DesignerModule>('designer');
