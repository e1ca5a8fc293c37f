export { lazyModule } from './lazyModule';
