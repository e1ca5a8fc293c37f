import { lazyModule } from '../lazy-modules';
import type { DiagramModule } from './contract';

/** bpmn-js as a viewer; the module is diagram/lazy/index.ts. */
export const loadDiagram = lazyModule<DiagramModule>('diagram');
