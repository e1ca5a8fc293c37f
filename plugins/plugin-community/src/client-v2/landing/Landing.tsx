import { useFlowEngine } from '@nocobase/flow-engine';
import { Navigate } from 'react-router-dom';
import { hasPage } from './has-page';

const HOME = '/admin/wuxin/home';

/**
 * What stands at `/admin` itself. NocoBase leads from there to the first page of the menu and shows nothing when the menu has
 * links only, as our people's has: they land on our home page. Whoever has a page is left to NocoBase.
 */
export function Landing() {
  const { routeRepository } = useFlowEngine().context;
  const isLeftToNocobase = !routeRepository || hasPage(routeRepository.listAccessible());
  return isLeftToNocobase ? null : <Navigate to={HOME} replace />;
}
