/**
 * What the program says and where: results on standard output, progress and log on standard error. The only place that
 * writes to either, so that `--json` output is one document and nothing else.
 */
import { once } from 'node:events'
import { type Logger, pino } from 'pino'
import pretty from 'pino-pretty'
import { aligned, cutTo, type TableRow } from './cells.ts'

export interface Terminal {
  /** A line of the result. */
  print(line: string): void
  /** A table of the result: columns below each other on a terminal, parted by tabs for a program that reads. */
  table(rows: readonly TableRow[]): void
  /** A piece of the result as it is; resolves when the reader has taken it. */
  write(text: string): Promise<void>
  /** A remark for a person, not part of the result; silent with --quiet. */
  say(line: string): void
  /** A fault, always shown. */
  fault(line: string): void
  readonly log: Logger
  readonly verbose: boolean
  /** A line that replaces itself on a terminal; null where standard error is no terminal. */
  readonly live: LiveLines | null
}

export interface LiveLines {
  set(lines: readonly string[]): void
  clear(): void
}

export function openTerminal(options: { quiet?: boolean; verbose?: boolean }): Terminal {
  const { stdout, stderr } = process
  const quiet = options.quiet ?? false
  const verbose = options.verbose ?? false
  const live = stderr.isTTY && !quiet && !verbose ? liveLines(stderr) : null
  const above = (line: string): void => {
    live?.clear()
    stderr.write(`${line}\n`)
  }
  // The reader of a pipe may go away (`| head`): the rest of the result is then nobody's.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  const print = (line: string): void => {
    live?.clear()
    stdout.write(`${line}\n`)
  }
  return {
    print,
    table(rows) {
      const lines = stdout.isTTY ? aligned(rows) : rows.map((row) => row.join('\t'))
      for (const line of lines) print(line)
    },
    async write(text) {
      if (!stdout.write(text)) await once(stdout, 'drain')
    },
    say(line) {
      if (!quiet) above(line)
    },
    fault: above,
    log: openLog(quiet ? 'silent' : verbose ? 'debug' : 'warn'),
    verbose,
    live,
  }
}

function openLog(level: string): Logger {
  if (level === 'silent' || !process.stderr.isTTY) {
    return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }))
  }
  return pino(
    { level, base: null },
    pretty({ destination: 2, sync: true, translateTime: 'SYS:HH:MM:ss', colorize: true }),
  )
}

function liveLines(stream: NodeJS.WriteStream): LiveLines {
  let shown = 0
  const clear = (): void => {
    if (shown > 0) stream.write(`\r\x1b[${shown}A\x1b[0J`)
    shown = 0
  }
  return {
    clear,
    set(lines) {
      clear()
      const width = stream.columns || 80
      for (const line of lines) stream.write(`${cutTo(line, width - 1)}\n`)
      shown = lines.length
    },
  }
}
