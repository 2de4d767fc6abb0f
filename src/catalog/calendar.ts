/**
 * Loads the yearly holiday tables (国办放假通知) from data/calendar for base/calendar. A year that has no file stays
 * unknown; nothing is guessed. Dates must be real days of the file's year or of the days around its ends.
 */
import { basename } from 'node:path'
import { z } from 'zod'
import type { YearTable } from '#base/calendar'
import { isDay, weekday } from '#base/day'
import { AppError } from '#base/errors'
import { readYamlFile, yamlFilesOf } from './yaml-file.ts'

const day = z.string().refine(isDay, '应为存在的日期 YYYY-MM-DD')

const fileSchema = z.strictObject({
  year: z.int().min(2000).max(2100),
  /** The State Council notice the table was taken from, with how far it was checked. */
  source: z.string().min(1),
  /** Days off by holiday name. */
  off: z.record(z.string(), z.array(day)),
  /** Weekend days that are working days. */
  work: z.array(day),
})

/**
 * One table per file `<year>.yaml`.
 * @throws AppError 'file-missing' | 'file-invalid'
 */
export function loadCalendar(dir: string): YearTable[] {
  const tables: YearTable[] = []
  for (const file of yamlFilesOf(dir)) {
    const { value, locate } = readYamlFile(file, fileSchema)
    if (basename(file).replace(/\.ya?ml$/, '') !== String(value.year)) {
      throw new AppError(
        'file-invalid',
        `${locate(['year'])}：文件名与年份 ${value.year} 不一致，请改文件名或 year。`,
      )
    }
    const off = Object.values(value.off).flat()
    const wrongYear = [...off, ...value.work].find((one) => Number(one.slice(0, 4)) !== value.year)
    if (wrongYear !== undefined) {
      throw new AppError(
        'file-invalid',
        `${locate(['off'])}：日期 ${wrongYear} 不属于 ${value.year} 年，请写进它所在年份的文件。`,
      )
    }
    value.work.forEach((one, i) => {
      const wd = weekday(one)
      if (wd !== 0 && wd !== 6) {
        throw new AppError(
          'file-invalid',
          `${locate(['work', i])}：${one} 不是周六、周日，无须列为调休上班日，请删去。`,
        )
      }
      if (off.includes(one)) {
        throw new AppError(
          'file-invalid',
          `${locate(['work', i])}：${one} 同时列为放假和上班，请保留一处。`,
        )
      }
    })
    tables.push({ year: value.year, off, work: value.work })
  }
  return tables
}
