/** Decisions, accounts and sessions as rows: appended, never edited. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '#model/ports'
import { openStore } from '#store/sqlite-store'

describe('accounts, sessions and probes', () => {
  let store: Store
  beforeEach(async () => {
    store = await openStore(':memory:')
  })
  afterEach(() => store.close())

  it('keeps one account a name and can disable it', () => {
    const admin = {
      name: 'admin',
      role: 'administrator' as const,
      passwordHash: 'h1',
      disabled: false,
      createdAt: 1,
    }
    store.saveAccount(admin)
    store.saveAccount({ ...admin, passwordHash: 'h2', disabled: true, createdAt: 9 })
    expect(store.accounts()).toEqual([{ ...admin, passwordHash: 'h2', disabled: true }])
    expect(store.account('nobody')).toBeNull()
  })

  it('forgets expired and dropped sessions', () => {
    store.saveSession('s', '{"a":1}', 100)
    expect(store.session('s', 99)).toBe('{"a":1}')
    expect(store.session('s', 100)).toBeNull()
    store.saveSession('s', '{"a":2}', 200)
    expect(store.session('s', 100)).toBe('{"a":2}')
    store.dropSession('s')
    expect(store.session('s', 0)).toBeNull()
    store.saveSession('old', '{}', 100)
    store.saveSession('new', '{}', 300)
    store.sweepSessions(100)
    expect(store.session('old', 0)).toBeNull()
    expect(store.session('new', 0)).toBe('{}')
  })
})
