import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { KeyRing } from '@daiko/payload-store';
import { BackgroundTasks, CLOCK } from '@daiko/service';

const hourMs = 3_600_000;

/**
 * inspection holds the platform's private keys, so it makes those of the coming month in time: intake, which has
 * only the public halves, never lacks one at the turn of a month.
 */
@Injectable()
export class UpcomingKeys implements OnModuleInit {
  constructor(
    private readonly keyRing: KeyRing,
    private readonly tasks: BackgroundTasks,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  onModuleInit(): void {
    this.tasks.every('make the keys of the coming month', hourMs, () => this.make(this.now()), {
      atStart: true,
    });
  }

  private async make(now: Date): Promise<void> {
    for (const retention of ['transit', 'report'] as const) {
      await this.keyRing.ensureUpcomingKeys(['platform'], retention, now);
    }
  }
}
