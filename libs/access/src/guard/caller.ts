import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { KnownPartner } from '../directory/known-partner.js';
import { type Action, mayDo, type PartnerKind } from '../policy.js';

/** Who calls: set by the guard, never by a header. */
export interface Caller {
  partnerId: string;
  kind: PartnerKind;
  /** 健診機関番号, 保険者番号, or the operator's name. */
  number: string;
  credentialId: string;
  /** Provider numbers it may submit for beside its own. */
  mayActFor: string[];
  limits: KnownPartner['limits'];
}

/** Who did something, as a mark of access says it (証跡). */
export function actorOf({ partnerId, credentialId }: Caller): { actorId: string; credentialId: string } {
  return { actorId: partnerId, credentialId };
}

/** What the guard puts on a request. */
export interface RequestWithCaller {
  caller?: Caller;
}

/** Parameter decorator of a controller: the {@link Caller} of this request. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<RequestWithCaller>();
  if (caller === undefined) throw new Error('a door without @Allow has no caller');
  return caller;
});

/** True where the caller may do `action`; for doors that several kinds of partner use. */
export function callerMay(caller: Caller, action: Action): boolean {
  return mayDo(caller.kind, action);
}
