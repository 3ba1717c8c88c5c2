import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { InspectionSettings } from '@daiko/inspection-rules';
import { UnitOfWork } from '@daiko/messaging';
import { INSPECTION_SETTINGS, SETTINGS_TEXT } from '../inspection.tokens.js';

/** Leaves a mark of the settings that hold from this start on: version and digest, so that a changed file shows in the audit. */
@Injectable()
export class MarkSettings implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(INSPECTION_SETTINGS) private readonly settings: InspectionSettings,
    @Inject(SETTINGS_TEXT) private readonly text: string | null,
  ) {}

  async onModuleInit(): Promise<void> {
    const { text } = this;
    if (text === null) return;
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 32);
    await this.unitOfWork.run(async (tx) => {
      tx.recordAccess({
        actorId: 'settings-file',
        credentialId: null,
        action: 'settings:apply',
        objectKind: 'settings',
        objectId: `${this.settings.version} ${digest}`,
      });
    });
  }
}
