import { type DynamicModule, Module } from '@nestjs/common';
import type { ConfigValues, ServiceContext } from '@daiko/service';
import type { config } from './config.js';
import { AnnounceDirectory } from './directory/announce-directory.js';
import { DirectoryRequestedHandler } from './directory/directory-requested.handler.js';
import { OPERATOR_VERIFIER, OperatorBootstrap } from './operator/operator-bootstrap.js';
import { ChangePartner } from './partner/change-partner.js';
import { PartnersController } from './partner/partners.controller.js';

type Keys = (typeof config)['keys'];

/** The wiring of identity. */
@Module({})
export class IdentityModule {
  static forContext(context: ServiceContext<Keys>): DynamicModule {
    const values: ConfigValues<Keys> = context.config;
    return {
      module: IdentityModule,
      controllers: [PartnersController, DirectoryRequestedHandler],
      providers: [
        ChangePartner,
        AnnounceDirectory,
        OperatorBootstrap,
        { provide: OPERATOR_VERIFIER, useValue: values.DAIKO_IDENTITY_OPERATOR_VERIFIER_FILE ?? null },
      ],
    };
  }
}
