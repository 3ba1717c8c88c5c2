import { administrationPart } from './administration.js';
import { auditPart } from './audit.js';
import { billingPart } from './billing.js';
import type { OpenApiPart } from './document.js';
import { identityPart } from './identity.js';
import { inspectionPart } from './inspection.js';
import { intakePart } from './intake.js';
import { routingPart } from './routing.js';

/** Every part of the description of the API; a service adds its own here, one line. */
export const openApiParts: readonly OpenApiPart[] = [
  administrationPart,
  auditPart,
  billingPart,
  identityPart,
  inspectionPart,
  intakePart,
  routingPart,
];
