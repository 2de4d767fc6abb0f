/** Which commands there are; one argument list → one exit code. Everything a command does lies in commands/*. */
import { type Command, CommanderError } from 'commander'
import { AppError, EXIT, type ExitCode } from '#base/errors'
import { newCommand, usageError } from './command-line.ts'
import { checksCommand } from './commands/checks.ts'
import { demoCommand } from './commands/demo.ts'
import { doctorCommand } from './commands/doctor.ts'
import { exportCommand } from './commands/export.ts'
import { inspectCommand } from './commands/inspect.ts'
import { portalsCommand } from './commands/portals.ts'
import { rerunCommand } from './commands/rerun.ts'
import { scanCommand } from './commands/scan.ts'
import { schemesCommand } from './commands/schemes.ts'
import { scoreCommand } from './commands/score.ts'
import { Host, reportFault } from './host.ts'
import { codeVersion } from './version.ts'

/** Commands of the contract that later versions bring: named, so that nobody hunts for a typing error. */
const LATER = ['serve', 'schedule', 'worker', 'users', 'backup', 'restore']

/** `argv` without node and script. Never throws. */
export async function runCli(argv: readonly string[]): Promise<ExitCode> {
  const host = new Host()
  const plain = { fault: (line: string) => process.stderr.write(`${line}\n`), verbose: false }
  try {
    const later = LATER.find((name) => name === argv[0])
    if (later !== undefined) {
      throw new AppError('usage', `本版本还没有 mingcha ${later}。用 mingcha --help 查看现有命令。`)
    }
    await program(host).parseAsync([...argv], { from: 'user' })
    return host.exitCode
  } catch (error) {
    if (error instanceof CommanderError) {
      const asked = ['commander.helpDisplayed', 'commander.version'].includes(error.code)
      if (asked) return EXIT.done
      // A command group without its sub-command has just printed its help.
      if (error.code === 'commander.help') return EXIT.badUsage
      return reportFault(usageError(error), plain)
    }
    return reportFault(error, plain)
  }
}

function program(host: Host): Command {
  const program = newCommand('mingcha', '明察：政务网站合规检查、指标打分与人工复核', [
    'npx mingcha scan --url http://www.example.gov.cn/ --max-pages 200',
    'npx mingcha score --scheme suizhou-2023-website-departments',
    'npm start -- --once',
  ])
  program.version(codeVersion(), '-V, --version', '显示版本')
  for (const make of [
    scanCommand,
    rerunCommand,
    scoreCommand,
    exportCommand,
    inspectCommand,
    portalsCommand,
    schemesCommand,
    checksCommand,
    doctorCommand,
    demoCommand,
  ]) {
    program.addCommand(make(host))
  }
  return program
}
