import { BadRequestException, type PipeTransform } from '@nestjs/common';

/** Greatest index that a record can have in the database. */
const indexMax = 2 ** 31 - 1;

/** Index of a record (記録) in a path: a whole number that the database can be asked for. */
export class RecordIndexPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^-?\d{1,10}$/.test(value) || Math.abs(Number(value)) > indexMax) throw new BadRequestException();
    return Number(value);
  }
}
