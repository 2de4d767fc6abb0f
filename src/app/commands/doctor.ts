/** `mingcha doctor`: whether this machine and its data are fit to work: browser, fonts, calendar, disk, clock, database. */
import { existsSync, statfsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Command } from 'commander'
import { dayOf, instantText } from '#base/day'
import { AppError, EXIT } from '#base/errors'
import { openBrowser } from '#browser/launch'
import { openStore } from '#store/sqlite-store'
import { type ArchiveState, checkArchive, isDamaged } from '../archive-check.ts'
import { newCommand, withCommon } from '../command-line.ts'
import type { Context, Host } from '../host.ts'
import { ownCalendar } from '../rooms.ts'
import type { CommonOptions } from '../settings.ts'

interface DoctorOptions extends CommonOptions {
  verifyArchive?: boolean
  run?: string[]
  json?: boolean
}

interface Examined {
  readonly name: string
  readonly state: 'ok' | 'warning' | 'fault'
  readonly text: string
}

const LOW_DISK_BYTES = 2_000_000_000
/** Civil day before which a clock is certainly wrong. */
const EARLIEST = '2026-01-01'

export function doctorCommand(host: Host): Command {
  const command = withCommon(
    newCommand('doctor', '检查本机环境：浏览器、字体、日历、磁盘、时钟、数据库', [
      'npx mingcha doctor',
      'npx mingcha doctor --verify-archive',
    ]),
  )
    .option('--verify-archive', '逐条核对存档：校验链、校验值、与数据库是否相符')
    .option('--run <id...>', '只核对这些运行的存档（默认全部）')
    .option('--json', '输出 JSON')
  return host.bind<DoctorOptions>(command, async (context, options) => {
    if (options.run !== undefined && !options.verifyArchive) {
      throw new AppError('usage', '--run 只和 --verify-archive 一起用。')
    }
    const parts = [
      ...(await browser(context)),
      calendar(context),
      disk(context),
      clock(context),
      await database(context),
    ]
    const { terminal } = context
    if (!options.json) {
      const marks = { ok: '正常', warning: '注意', fault: '有问题' }
      terminal.table(parts.map(({ state, name, text }) => [marks[state], name, text]))
    }
    let archive: ArchiveState | null = null
    if (options.verifyArchive) {
      const tell = options.json ? () => undefined : (line: string) => terminal.print(line)
      archive = await checkArchive(context, options.run ?? null, tell)
    }
    if (options.json) {
      const document = { mingcha: 'doctor/1', parts, ...(archive === null ? {} : { archive }) }
      terminal.print(JSON.stringify(document, null, 2))
    }
    if (archive?.complete === false) return EXIT.interrupted
    const fault =
      parts.some((part) => part.state === 'fault') || (archive !== null && isDamaged(archive))
    return fault ? EXIT.ourError : EXIT.done
  })
}

const FOUND = { configured: '配置指定', system: '系统自带', embedded: '内置' } as const

const WITHOUT = '没有它也能扫描，但由脚本生成的内容读不到，不检测无障碍，不截图'

/** Starts the browser as a scan would. No browser is a warning: all else works without. */
async function browser({ settings }: Context): Promise<Examined[]> {
  const name = '浏览器'
  if (!settings.browser.enabled) {
    return [{ name, state: 'warning', text: `配置 browser.enabled 为 false，不使用。${WITHOUT}` }]
  }
  try {
    const opened = await openBrowser({ path: settings.browser.path })
    await opened.close()
    const { found, version, path, chinese } = opened.state
    return [
      { name, state: 'ok', text: `${FOUND[found]}，版本 ${version}，${path}` },
      chinese === 'real'
        ? { name: '字体', state: 'ok', text: '汉字显示正常' }
        : {
            name: '字体',
            state: 'warning',
            text: `汉字显示为${chinese === 'box' ? '方框' : '空白'}，截图不作证据、不拍摄。请安装中文字体（如 Debian 的 fonts-noto-cjk），或运行 npm ci（不带 --omit=optional）`,
          },
    ]
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return [{ name, state: 'warning', text: `${error.message}。${WITHOUT}` }]
  }
}

function calendar({ clock }: Context): Examined {
  const table = ownCalendar()
  const year = Number(dayOf(clock.now()).slice(0, 4))
  const covered: number[] = []
  for (let y = 2000; y <= year + 1; y += 1) {
    if (table.isWorkingDay(`${y}-06-01`) !== null) covered.push(y)
  }
  const range = `有 ${covered[0] ?? '—'} 至 ${covered.at(-1) ?? '—'} 年的放假安排`
  return covered.includes(year)
    ? { name: '工作日历', state: 'ok', text: range }
    : {
        name: '工作日历',
        state: 'warning',
        text: `${range}，没有今年（${year}）的，工作日无法计算。请在 data/calendar 补上国办通知`,
      }
}

function disk({ settings }: Context): Examined {
  const folder = nearestFolder(resolve(settings.archive))
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  const text = `${folder} 可用 ${(free / 1e9).toFixed(1)} GB`
  return free < LOW_DISK_BYTES
    ? { name: '磁盘', state: 'warning', text: `${text}，不到 2 GB。请腾出空间` }
    : { name: '磁盘', state: 'ok', text }
}

function nearestFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path))
}

function clock({ clock }: Context): Examined {
  const now = clock.now()
  const text = `现在是 ${instantText(now)}`
  return dayOf(now) < EARLIEST
    ? { name: '时钟', state: 'fault', text: `${text}，早于 ${EARLIEST}，不可信。请校准系统时间` }
    : { name: '时钟', state: 'ok', text }
}

async function database(context: Context): Promise<Examined> {
  const name = '数据库'
  const path = context.settings.db
  if (path !== ':memory:' && !/^postgres/i.test(path) && !existsSync(path)) {
    return { name, state: 'ok', text: `${path} 还没有，首次扫描时建立` }
  }
  try {
    const store = await openStore(path, { clock: context.clock })
    const { portals } = store.registry()
    const runs = store.runs().length
    store.close()
    return { name, state: 'ok', text: `${path}：${portals.length} 个网站，${runs} 次运行` }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { name, state: 'fault', text: error.message }
  }
}
