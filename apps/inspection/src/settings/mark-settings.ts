import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ownSchemaSet } from '@daiko/exchange-format';
import type { InspectionSettings } from '@daiko/inspection-rules';
import { UnitOfWork } from '@daiko/messaging';
import { INSPECTION_SETTINGS, SETTINGS_TEXT } from '../inspection.tokens.js';

/**
 * Leaves a mark of the settings and of the imported schemas that hold from this start on: version and digest, so that what was
 * changed shows in the audit.
 */
@Injectable()
export class MarkSettings implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(INSPECTION_SETTINGS) private readonly settings: InspectionSettings,
    @Inject(SETTINGS_TEXT) private readonly text: string | null,
  ) {}

  async onModuleInit(): Promise<void> {
    const { text } = this;
    const { schemas, version } = this.settings;
    if (text !== null) {
      const digest = createHash('sha256').update(text).digest('hex').slice(0, 32);
      await this.mark('settings-file', 'settings', `${version} ${digest}`);
    }
    if (schemas !== ownSchemaSet()) {
      await this.mark('schemas-folder', 'schemas', `${schemas.id} ${schemas.digest.slice(0, 32)}`);
    }
  }

  private async mark(actorId: string, objectKind: 'settings' | 'schemas', objectId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      tx.recordAccess({
        actorId,
        credentialId: null,
        action: `${objectKind}:apply`,
        objectKind,
        objectId,
      });
    });
  }
}
