export { AccessModule, accessMigrations, type AccessOptions } from './access.module.js';
export { type Action, mayDo, partnerKinds, type PartnerKind, policy } from './policy.js';
export { accessProblems } from './problems.js';
export { Allow } from './guard/allow.js';
export { AccessGuard } from './guard/access.guard.js';
export { actorOf, type Caller, callerMay, CurrentCaller } from './guard/caller.js';
export {
  createCredential,
  type NewCredential,
  parseAuthorization,
  verifierOf,
} from './credential/credential.js';
export type { KnownCredential, KnownPartner, PartnerRecord } from './directory/known-partner.js';
export { RequestDirectory } from './directory/request-directory.js';
export { PartnerDirectory } from './directory/partner-directory.js';
export {
  readByNumber,
  readConfirmation,
  readCredentials,
  writeConfirmation,
  writePartner,
} from './directory/partner.store.js';
export { ensureLocalCertificate, type LocalCertificate } from './certificate/local-certificate.js';
