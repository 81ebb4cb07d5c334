// `npm run build`: the production build that `npm start` would make, ahead of time.
import './require-node.mjs';
import { buildForProduction } from './production-build.ts';
import { reportFailure } from './report-failure.ts';

try {
  await buildForProduction(AbortSignal.any([]));
  console.log('The portal is built.');
} catch (error) {
  reportFailure(error);
}
