import type { ServiceName } from '@daiko/contracts';
import { type PlatformFolder, secretPath } from './platform-folder.js';
import { steadyMemory } from './process-memory.js';

/** Where the servers of this platform answer; no secrets. */
export interface PlatformAddresses {
  postgres: { host: string; port: number };
  objectStore: { endPoint: string; port: number; useSSL: boolean; region: string };
  clamav: { host: string; port: number; signatures: 'official' | 'test-only' } | null;
  services: Record<ServiceName, number>;
  frontDoor: number;
}

export interface PlatformSettings {
  agencyNumber: string;
  bucket: string;
  database: string;
  sealIntervalSeconds: number;
  logLevel: string;
  /** Absolute path of the settings of the rules; absent: the defaults. */
  inspectionSettings?: string;
}

export function storeUrl(store: { endPoint: string; port: number; useSSL: boolean }): string {
  return `${store.useSSL ? 'https' : 'http'}://${store.endPoint}:${store.port}`;
}

const openers: readonly ServiceName[] = ['inspection', 'routing', 'billing'];
const judges: readonly ServiceName[] = ['intake', 'inspection'];
const schemaUsers: readonly ServiceName[] = ['inspection', 'routing'];
const storeUsers: readonly ServiceName[] = ['intake', 'inspection', 'routing', 'billing'];

/** The whole environment of one service process: names of secret files, never secrets. */
export function serviceEnvironment(
  service: ServiceName,
  folder: PlatformFolder,
  at: PlatformAddresses,
  settings: PlatformSettings,
): Record<string, string> {
  const store = at.objectStore;
  return {
    DAIKO_DATABASE_HOST: at.postgres.host,
    DAIKO_DATABASE_PORT: String(at.postgres.port),
    DAIKO_DATABASE_NAME: settings.database,
    DAIKO_DATABASE_USER: `daiko_${service}`,
    DAIKO_DATABASE_PASSWORD_FILE: secretPath(folder, `database-${service}`),
    DAIKO_BROKER_URL_FILE: secretPath(folder, 'broker-url'),
    DAIKO_HTTP_PORT: String(at.services[service]),
    DAIKO_AGENCY_NUMBER: settings.agencyNumber,
    DAIKO_LOG_LEVEL: settings.logLevel,
    ...(storeUsers.includes(service) && {
      DAIKO_OBJECT_STORE_ENDPOINT: storeUrl(store),
      DAIKO_OBJECT_STORE_REGION: store.region,
      DAIKO_OBJECT_STORE_BUCKET: settings.bucket,
      DAIKO_OBJECT_STORE_ACCESS_KEY_FILE: secretPath(folder, 'object-store-access-key'),
      DAIKO_OBJECT_STORE_SECRET_KEY_FILE: secretPath(folder, 'object-store-secret-key'),
      DAIKO_KEYS_PUBLIC_FOLDER: folder.keysPublic,
    }),
    ...(judges.includes(service) &&
      settings.inspectionSettings !== undefined && {
        DAIKO_INSPECTION_SETTINGS_FILE: settings.inspectionSettings,
      }),
    ...(schemaUsers.includes(service) && { DAIKO_SCHEMAS_FOLDER: folder.schemas }),
    ...(openers.includes(service) && { DAIKO_KEYS_PRIVATE_FOLDER: folder.keysPrivate }),
    ...ownEnvironment(service, folder, at, settings),
  };
}

function ownEnvironment(
  service: ServiceName,
  folder: PlatformFolder,
  at: PlatformAddresses,
  settings: PlatformSettings,
): Record<string, string> {
  switch (service) {
    case 'intake':
      return {
        DAIKO_INTAKE_RECEIPT_KEY_FOLDER: folder.receiptKeys,
        DAIKO_INTAKE_WATCH_FOLDER: folder.watch,
        ...(at.clamav === null
          ? { DAIKO_INTAKE_SCANNER: 'none' }
          : {
              DAIKO_INTAKE_SCANNER: 'clamd',
              DAIKO_INTAKE_CLAMD_HOST: at.clamav.host,
              DAIKO_INTAKE_CLAMD_PORT: String(at.clamav.port),
              DAIKO_INTAKE_SCANNER_SIGNATURES: at.clamav.signatures,
            }),
      };
    case 'inspection':
      return { DAIKO_INSPECTION_PERSON_DIGEST_KEY_FILE: secretPath(folder, 'person-digest-key') };
    case 'billing':
      return { DAIKO_BILLING_PERSON_DIGEST_KEY_FILE: secretPath(folder, 'person-digest-key') };
    case 'routing':
      return { DAIKO_ROUTING_SEAL_INTERVAL_SECONDS: String(settings.sealIntervalSeconds) };
    case 'audit':
      return { DAIKO_AUDIT_CHECKPOINT_KEY_FOLDER: folder.checkpointKeys };
    case 'identity':
      return { DAIKO_IDENTITY_OPERATOR_VERIFIER_FILE: secretPath(folder, 'operator-verifier.json') };
    default:
      return {};
  }
}

/** The environment of the migration of one service: the owner role instead of the running one. */
export function migrationEnvironment(service: ServiceName, folder: PlatformFolder): Record<string, string> {
  return {
    DAIKO_DATABASE_OWNER_USER: `daiko_${service}_owner`,
    DAIKO_DATABASE_OWNER_PASSWORD_FILE: secretPath(folder, `database-${service}-owner`),
  };
}

/** Only what a Node process needs of the surroundings; everything else is stated by us. */
export function systemEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '', LANG = 'C.UTF-8' } = process.env;
  return { PATH, HOME, LANG, TZ: 'Asia/Tokyo', NODE_ENV: 'production', ...steadyMemory };
}

/** The environment of the front door. */
export function frontDoorEnvironment(
  at: PlatformAddresses,
  certificate: { certFile: string; keyFile: string },
  settings: PlatformSettings,
): Record<string, string> {
  return {
    DAIKO_FRONT_DOOR_PORT: String(at.frontDoor),
    DAIKO_FRONT_DOOR_CERTIFICATE_FILE: certificate.certFile,
    DAIKO_FRONT_DOOR_KEY_FILE: certificate.keyFile,
    DAIKO_FRONT_DOOR_TARGETS: JSON.stringify(at.services),
    DAIKO_LOG_LEVEL: settings.logLevel,
  };
}
