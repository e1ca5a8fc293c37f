export { CheckedDiagram } from './CheckedDiagram';
export { FormDesignPage } from './FormDesignPage';
export { ProblemList } from './ProblemList';
export { PublishDialog } from './PublishDialog';
export { ProcessDetailPage } from './ProcessDetailPage';
export { ProcessesPage as default } from './ProcessesPage';
