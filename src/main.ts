/** argv → one command → exit code. Output is flushed before the process ends. */
import { runCli } from './app/cli.ts'

const code = await runCli(process.argv.slice(2))
for (const stream of [process.stdout, process.stderr]) {
  await new Promise<void>((resolve) => stream.write('', () => resolve()))
}
process.exit(code)
