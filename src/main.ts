/** argv → one command → exit code. Output is flushed before the process ends. */
import { EXIT } from './base/errors.ts'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

// Libraries take a second or two to load. Whoever interrupts before the command answers for itself is told so too.
const tooEarly = (): void => {
  process.stderr.write('已中断：命令还没有开始，没有改动任何内容。\n')
  process.exit(EXIT.interrupted)
}
for (const signal of SIGNALS) process.on(signal, tooEarly)

const { runCli } = await import('./app/cli.ts')
const code = await runCli(process.argv.slice(2), () => {
  for (const signal of SIGNALS) process.off(signal, tooEarly)
})
for (const stream of [process.stdout, process.stderr]) {
  await new Promise<void>((resolve) => stream.write('', () => resolve()))
}
process.exit(code)
