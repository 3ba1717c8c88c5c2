import { IsIn, IsOptional, Matches } from 'class-validator';

/** `?month=YYYY-MM[&format=csv]`. */
export class MonthQuery {
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  month!: string;

  @IsOptional()
  @IsIn(['json', 'csv'])
  format?: 'json' | 'csv';
}
