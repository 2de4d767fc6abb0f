/** People who use the evaluators' application, and what the store keeps for them. */

/** 管理员, 评估员, 复核员, 被评单位, 只读. Only the first three may decide; only the first manages accounts. */
export type Role = 'administrator' | 'evaluator' | 'second-reviewer' | 'agency' | 'viewer'

export interface Account {
  readonly name: string
  readonly role: Role
  /** argon2id hash in its own text form; the password itself is never kept. */
  readonly passwordHash: string
  readonly disabled: boolean
  /** Instant, epoch milliseconds. */
  readonly createdAt: number
}

export interface AccountStore {
  accounts(): readonly Account[]
  account(name: string): Account | null
  /** Inserts or replaces by name. */
  saveAccount(account: Account): void
  /** Session data as JSON text; null when unknown or expired at `now`. */
  session(id: string, now: number): string | null
  saveSession(id: string, json: string, expiresAt: number): void
  dropSession(id: string): void
  /** Forgets sessions that expired at or before `now`. */
  sweepSessions(now: number): void
}
