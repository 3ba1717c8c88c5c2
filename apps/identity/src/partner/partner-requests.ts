import { type PartnerKind, partnerKinds } from '@daiko/access';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/** Left out, or right: `null` is no value here and is refused by the checks that follow. */
const MayBeAbsent = () => ValidateIf((_, value) => value !== undefined);

/** What a partner may use; bytes, uploads at a time, requests a minute. */
export class LimitsRequest {
  @IsInt()
  @Min(1)
  @Max(64 * 1024 ** 3)
  uploadBytesMax!: number;

  @IsInt()
  @Min(1)
  @Max(100)
  uploadsConcurrentMax!: number;

  @IsInt()
  @Min(1)
  @Max(100_000)
  requestsPerMinuteMax!: number;
}

/** For whom a partner may act, how much it may send, and whether it has a watch folder. */
class PartnerTerms {
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(5000)
  @Matches(/^\d{10}$/, { each: true })
  mayActFor?: string[];

  @MayBeAbsent()
  @ValidateNested()
  @Type(() => LimitsRequest)
  limits?: LimitsRequest;

  @MayBeAbsent()
  @IsBoolean()
  hasWatchFolder?: boolean;
}

/** Body of `POST /v1/partners`. */
export class AddPartnerRequest extends PartnerTerms {
  @IsIn(partnerKinds)
  kind!: PartnerKind;

  @IsString()
  @Matches(/^[0-9A-Za-z-]{1,32}$/)
  number!: string;

  @IsString()
  @Length(1, 120)
  label!: string;
}

/** Body of `PATCH /v1/partners/{number}`; what is absent stays. */
export class ChangePartnerRequest extends PartnerTerms {
  @MayBeAbsent()
  @IsString()
  @Length(1, 120)
  label?: string;
}

/** Body of `POST /v1/partners/{number}/credentials`. */
export class RotateRequest {
  /** Hours until the old key ends; 0 ends it at once; default 24. */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(720)
  graceHours?: number;
}
