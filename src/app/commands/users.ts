/** `mingcha users`: accounts of the evaluators' application. Passwords are made here or read from standard input. */
import { type Command, Option } from 'commander'
import { AppError, EXIT, type ExitCode } from '#base/errors'
import type { Account, Role } from '#model/account'
import type { Store } from '#model/ports'
import { newAccount } from '#review/auth'
import { choiceOption, newCommand, withCommon } from '../command-line.ts'
import type { Context, Host } from '../host.ts'
import { openExistingStore } from '../rooms.ts'
import { newPassword } from '../serving.ts'
import type { CommonOptions } from '../settings.ts'

interface UserOptions extends CommonOptions {
  role?: Role
  passwordStdin?: boolean
}

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  administrator: '管理员',
  evaluator: '评估员',
  'second-reviewer': '复核员',
  agency: '被评单位',
  viewer: '只读',
}

export function usersCommand(host: Host): Command {
  const group = newCommand('users', '核查界面的账号', [
    'npx mingcha users add zhang --role evaluator',
    'npx mingcha users passwd zhang',
    'npx mingcha users list',
  ])
  const named = (name: string, text: string, example: string): Command =>
    withCommon(newCommand(name, text, [example])).argument('<名字>', '用户名')
  const roleOption = choiceOption('--role <角色>', '角色', ROLE_NAMES)
  const stdinOption = new Option('--password-stdin', '从标准输入读密码（不写则生成并显示）')
  group.addCommand(
    host.bind<UserOptions>(
      named('add', '新增账号', 'npx mingcha users add zhang --role evaluator')
        .addOption(roleOption.default('evaluator'))
        .addOption(stdinOption),
      (context, options, [name = '']) =>
        withStore(context, (store) => add(context, store, name, options)),
    ),
  )
  group.addCommand(
    host.bind<UserOptions>(
      named('passwd', '重设密码', 'npx mingcha users passwd zhang').addOption(stdinOption),
      (context, options, [name = '']) =>
        withStore(context, (store) => passwd(context, store, name, options)),
    ),
  )
  group.addCommand(
    host.bind<UserOptions>(
      named('disable', '停用账号（已登录的立即失效）', 'npx mingcha users disable zhang'),
      (context, _, [name = '']) =>
        withStore(context, async (store) => {
          const account = accountOf(store, name)
          store.saveAccount({ ...account, disabled: true })
          context.terminal.print(`${name} 已停用`)
        }),
    ),
  )
  group.addCommand(
    host.bind<UserOptions>(
      withCommon(newCommand('list', '列出账号', ['npx mingcha users list'])),
      (context) =>
        withStore(context, async (store) => {
          const accounts = store.accounts()
          context.terminal.table(
            accounts.map(({ name, role, disabled }) => [
              name,
              ROLE_NAMES[role],
              ...(disabled ? ['已停用'] : []),
            ]),
          )
          if (accounts.length === 0) context.terminal.say('还没有账号。用 mingcha users add 添加。')
        }),
    ),
  )
  return group
}

async function withStore(
  context: Context,
  work: (store: Store) => Promise<void>,
): Promise<ExitCode> {
  const store = await openExistingStore(context)
  try {
    await work(store)
    return EXIT.done
  } finally {
    store.close()
  }
}

function accountOf(store: Store, name: string): Account {
  const account = store.account(name)
  if (account) return account
  throw new AppError('unknown-id', `没有账号 ${name}。用 mingcha users list 查看。`)
}

async function add(
  context: Context,
  store: Store,
  name: string,
  options: UserOptions,
): Promise<void> {
  if (!/^[\p{L}\p{N}._-]{1,40}$/u.test(name)) {
    throw new AppError('usage', `用户名“${name}”不合要求：用 1–40 个字母、汉字、数字或 . _ -`)
  }
  if (store.account(name)) {
    throw new AppError('usage', `账号 ${name} 已存在。改密码用 mingcha users passwd ${name}。`)
  }
  await save(context, store, name, options.role ?? 'evaluator', options)
}

async function passwd(
  context: Context,
  store: Store,
  name: string,
  options: UserOptions,
): Promise<void> {
  await save(context, store, name, accountOf(store, name).role, options)
}

async function save(
  context: Context,
  store: Store,
  name: string,
  role: Role,
  options: UserOptions,
): Promise<void> {
  const given = options.passwordStdin ? await standardInput() : null
  const password = given ?? newPassword()
  let account: Account
  try {
    account = await newAccount(name, password, role, context.clock)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new AppError('usage', `${cause.message}。`, { cause })
  }
  store.saveAccount(account)
  context.terminal.print(
    given === null
      ? `${name}（${ROLE_NAMES[role]}）的密码：${password}（只显示这一次）`
      : `${name}（${ROLE_NAMES[role]}）的密码已设`,
  )
}

async function standardInput(): Promise<string> {
  let text = ''
  for await (const chunk of process.stdin) {
    text += String(chunk)
    if (text.length > 1000) break
  }
  return text.split('\n')[0] ?? ''
}
