import { config } from './config.ts';
import { derive } from './crypto.ts';

/**
 * The portal's own key to our prediction service, one for each workspace. It is derived, so the caller need
 * not store it and the service stores its hash only.
 */
export function portalToken(workspaceId: string): string {
  return derive(config().secret, `portal-token:${workspaceId}`);
}
