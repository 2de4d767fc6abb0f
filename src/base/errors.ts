/**
 * Our own faults: one error class with a stable code, a consequence and the mend. Trouble on a site's side is
 * data (see model/capture), never an AppError. Codes are listed in docs/errors.md (generated from this table).
 */

/** What the caller should do: try again, leave this part out, or stop. */
export type Consequence = 'retry' | 'skip' | 'abort'

export const EXIT = {
  done: 0,
  ourError: 1,
  badUsage: 2,
  partlyMeasured: 3,
  nothingMeasured: 4,
  gateRefused: 5,
  interrupted: 130,
} as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

interface ErrorKind {
  readonly exit: ExitCode
  readonly consequence: Consequence
  /** Chinese, for docs/errors.md: when it appears and what to do. */
  readonly meaning: string
  readonly mend: string
}

export const ERROR_KINDS = {
  usage: {
    exit: 2,
    consequence: 'abort',
    meaning: '命令或参数写法不对',
    mend: '按提示改正；mingcha <命令> --help 有示例',
  },
  'file-missing': {
    exit: 2,
    consequence: 'abort',
    meaning: '指定的文件不存在或读不到',
    mend: '检查路径与权限',
  },
  'file-invalid': {
    exit: 2,
    consequence: 'abort',
    meaning: '文件内容不合格式',
    mend: '按提示的文件、行、列改正',
  },
  'output-unwritable': {
    exit: 2,
    consequence: 'abort',
    meaning: '输出位置写不进去',
    mend: '换一个路径，或检查目录权限与剩余空间',
  },
  'unknown-id': {
    exit: 2,
    consequence: 'abort',
    meaning: '没有这个编号的运行、体系、检查项、单位或网站',
    mend: '用对应的 list 命令查看现有编号',
  },
  'db-locked': {
    exit: 1,
    consequence: 'retry',
    meaning: '数据库正被另一进程占用',
    mend: '等它结束，或用 --db 换一个数据库',
  },
  'db-readonly': {
    exit: 1,
    consequence: 'abort',
    meaning: '数据库只读，不能写入',
    mend: '检查文件与目录权限，或用 --db 换一个位置',
  },
  'db-newer': {
    exit: 1,
    consequence: 'abort',
    meaning: '数据库由更新的版本建立',
    mend: '升级 Mingcha，或用 --db 另建数据库',
  },
  'db-invalid': {
    exit: 1,
    consequence: 'abort',
    meaning: '文件不是 Mingcha 的数据库',
    mend: '检查 --db 指向的文件',
  },
  'disk-full': {
    exit: 1,
    consequence: 'abort',
    meaning: '磁盘空间不足',
    mend: '腾出空间后用 --resume 继续',
  },
  'archive-damaged': {
    exit: 1,
    consequence: 'skip',
    meaning: '存档记录读不出或与索引不符',
    mend: '从备份恢复存档目录',
  },
  'publish-refused': {
    exit: 5,
    consequence: 'abort',
    meaning: '还有一票否决、不得分情形没有核实，或更正没有理由，结果不予公布',
    mend: '按提示补录认定；确需先行公布时加 --allow-open，更正时加 --reason',
  },
  'personal-data': {
    exit: 5,
    consequence: 'abort',
    meaning: '要导出的原始页面含未遮盖的个人信息',
    mend: '缩小范围，或确需原样交付时加 --with-personal-data',
  },
  'browser-missing': {
    exit: 1,
    consequence: 'skip',
    meaning: '找不到可用的浏览器',
    mend: '安装 Chromium、Chrome 或 Edge，或用 npm ci（不带 --omit=optional）装上内置浏览器',
  },
  'browser-failed': {
    exit: 1,
    consequence: 'retry',
    meaning: '浏览器启动失败或中途崩溃',
    mend: '运行 mingcha doctor 看原因；常见的是内存不足或缺系统库',
  },
  interrupted: {
    exit: 130,
    consequence: 'abort',
    meaning: '被用户中断，已保存',
    mend: '用 --resume 继续',
  },
  internal: {
    exit: 1,
    consequence: 'abort',
    meaning: '程序自身的错误',
    mend: '带上 --verbose 的输出报告给我们',
  },
} as const satisfies Record<string, ErrorKind>
export type ErrorCode = keyof typeof ERROR_KINDS

/** `message` is Chinese and complete in itself: what, where (file, line, field), and the mend. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly context: Readonly<Record<string, unknown>>

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; context?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.context = options.context ?? {}
  }

  get exit(): ExitCode {
    return ERROR_KINDS[this.code].exit
  }

  get consequence(): Consequence {
    return ERROR_KINDS[this.code].consequence
  }
}
