import type { Operation } from './operation.ts';
import { portalAuditOperations } from './portal-audit.ts';
import { portalDocumentOperations } from './portal-documents.ts';
import { portalEventOperations } from './portal-events.ts';
import { portalExportOperations } from './portal-exports.ts';
import { portalJobOperations } from './portal-jobs.ts';
import { portalLibraryOperations } from './portal-library.ts';
import { portalPageOperations } from './portal-pages.ts';
import { portalReviewOperations } from './portal-review.ts';
import { portalSearchOperations } from './portal-search.ts';
import { portalTokenOperations } from './portal-tokens.ts';
import { portalWebhookOperations } from './portal-webhooks.ts';
import { portalWorkspaceOperations } from './portal-workspace.ts';

/**
 * Every operation of the portal's API: what people do in the portal, for programs. It drives the routes below
 * `app/api/v1`, what they check, and the OpenAPI document, as `operations` does for the wire API.
 */
export const portalOperations = {
  ...portalDocumentOperations,
  ...portalJobOperations,
  ...portalPageOperations,
  ...portalReviewOperations,
  ...portalLibraryOperations,
  ...portalExportOperations,
  ...portalSearchOperations,
  ...portalWebhookOperations,
  ...portalTokenOperations,
  ...portalWorkspaceOperations,
  ...portalAuditOperations,
  ...portalEventOperations,
} as const satisfies Record<string, Operation>;
