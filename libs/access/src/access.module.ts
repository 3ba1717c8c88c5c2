import { join } from 'node:path';
import { type DynamicModule, Module } from '@nestjs/common';
import type { ServiceName } from '@daiko/contracts';
import { Database, type MigrationFolder } from '@daiko/persistence';
import { DirectoryConfirmedHandler } from './directory/directory-confirmed.handler.js';
import { PartnerChangedHandler } from './directory/partner-changed.handler.js';
import { ACCESS_CLOCK, IS_DIRECTORY_OWNER, PartnerDirectory } from './directory/partner-directory.js';
import { ACCESS_SERVICE, RequestDirectory } from './directory/request-directory.js';
import { AccessGuard } from './guard/access.guard.js';

/** Tables of every service's copy of the directory. */
export const accessMigrations: MigrationFolder = {
  name: 'access',
  path: join(import.meta.dirname, 'migrations'),
};

/** What the module needs to know of its service. */
export interface AccessOptions {
  service: ServiceName;
  database: Database;
  now: () => Date;
}

/** Gives a service its copy of the partner directory and the guard of its doors. */
@Module({})
export class AccessModule {
  static forService({ service, database, now }: AccessOptions): DynamicModule {
    const isOwner = service === 'identity';
    return {
      module: AccessModule,
      global: true,
      controllers: isOwner ? [] : [PartnerChangedHandler, DirectoryConfirmedHandler],
      providers: [
        { provide: ACCESS_CLOCK, useValue: now },
        { provide: ACCESS_SERVICE, useValue: service },
        { provide: IS_DIRECTORY_OWNER, useValue: isOwner },
        {
          provide: PartnerDirectory,
          useFactory: () => new PartnerDirectory(database, now, isOwner),
        },
        AccessGuard,
        ...(isOwner ? [] : [RequestDirectory]),
      ],
      exports: [PartnerDirectory, AccessGuard, ...(isOwner ? [] : [RequestDirectory])],
    };
  }
}
