/** Which commands there are; one argument list → one exit code. Everything a command does lies in commands/*. */
import { type Command, CommanderError } from 'commander'
import { AppError, EXIT, type ExitCode } from '#base/errors'
import { newCommand, usageError } from './command-line.ts'
import { Host, reportFault } from './host.ts'
import { codeVersion } from './version.ts'

/** Loaded when asked for: a command should not wait for the libraries of the others. */
const COMMANDS: Readonly<Record<string, () => Promise<(host: Host) => Command>>> = {
  scan: async () => (await import('./commands/scan.ts')).scanCommand,
  rerun: async () => (await import('./commands/rerun.ts')).rerunCommand,
  score: async () => (await import('./commands/score.ts')).scoreCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  inspect: async () => (await import('./commands/inspect.ts')).inspectCommand,
  portals: async () => (await import('./commands/portals.ts')).portalsCommand,
  schemes: async () => (await import('./commands/schemes.ts')).schemesCommand,
  checks: async () => (await import('./commands/checks.ts')).checksCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  users: async () => (await import('./commands/users.ts')).usersCommand,
  demo: async () => (await import('./commands/demo.ts')).demoCommand,
}

/** Commands of the contract that later versions bring: named, so that nobody hunts for a typing error. */
const LATER = ['schedule', 'worker', 'backup', 'restore']

/** `argv` without node and script; `onStart` when a command has begun to answer interrupts itself. Never throws. */
export async function runCli(
  argv: readonly string[],
  onStart: () => void = () => undefined,
): Promise<ExitCode> {
  const host = new Host(onStart)
  const plain = { fault: (line: string) => process.stderr.write(`${line}\n`), verbose: false }
  try {
    const later = LATER.find((name) => name === argv[0])
    if (later !== undefined) {
      throw new AppError('usage', `本版本还没有 mingcha ${later}。用 mingcha --help 查看现有命令。`)
    }
    const root = await program(host, argv[0])
    await root.parseAsync([...argv], { from: 'user' })
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

/** With the command named, or with all where none is: then the user needs to see them, but not beside the version. */
async function program(host: Host, named: string | undefined): Promise<Command> {
  const root = newCommand('mingcha', '明察：政务网站合规检查、指标打分与人工复核', [
    'npx mingcha scan --url http://www.example.gov.cn/ --max-pages 200',
    'npx mingcha score --scheme suizhou-2023-website-departments',
    'npm start -- --once',
  ])
  root.version(codeVersion(), '-V, --version', '显示版本')
  const one = named === undefined ? undefined : COMMANDS[named]
  const all = named === '-V' || named === '--version' ? [] : Object.values(COMMANDS)
  for (const load of one ? [one] : all) {
    const make = await load()
    root.addCommand(make(host))
  }
  return root
}
