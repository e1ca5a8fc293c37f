export { PropertiesPanel } from './PropertiesPanel';
