import type { ProblemBody } from '@daiko/contracts';

/** The agency's answer to a request that it did not grant. */
export class AgencyRefused extends Error {
  constructor(
    readonly status: number,
    readonly body: ProblemBody,
  ) {
    super(
      `${body.title ?? ''}: ${body.detail ?? ''} ${body.remedy ?? ''} / ${body.detailEn ?? ''} ${body.remedyEn ?? ''}`,
    );
    this.name = 'AgencyRefused';
  }
}
