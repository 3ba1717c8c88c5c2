import { IsIn, IsOptional } from 'class-validator';
import type { ReportFormat } from '@daiko/report';

/** `?format=json|csv|html|sarif`. */
export class ReportQuery {
  @IsOptional()
  @IsIn(['json', 'csv', 'html', 'sarif'])
  format?: 'json' | ReportFormat;
}
