/** Scans portals of the golden plans, as generated or in another dress, as a user scans them. Judges nothing. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PortalPlan } from '../fixtures/portals/plan.ts'
import { demoRegistry, serveDemoPortals } from '../fixtures/portals/serve.ts'
import { runMingcha } from './run-mingcha.ts'

export interface ScannedPlace {
  readonly db: string
  readonly archive: string
}

export const placeArgs = ({ db, archive }: ScannedPlace): readonly string[] => [
  ...['--db', db, '--archive', archive, '--quiet'],
]

/** All in one scan, kept in the folder `work`. `config`: what mingcha.yaml says. */
export async function scanPlans(
  work: string,
  plans: readonly PortalPlan[],
  answer?: Parameters<typeof serveDemoPortals>[1],
  config = '',
): Promise<ScannedPlace> {
  const place = { db: join(work, 'm.db'), archive: join(work, 'archive') }
  const [registry, yaml] = [join(work, 'portals.csv'), join(work, 'mingcha.yaml')]
  writeFileSync(registry, registryCsv(plans))
  writeFileSync(yaml, config)
  const served = await serveDemoPortals(plans, answer)
  try {
    const { exitCode, stderr } = await runMingcha([
      ...['scan', '--portals', registry, '--as-of', served.asOf, '--allow-private', '--no-browser'],
      ...['--delay-ms', '0', ...served.resolve.flatMap((one) => ['--resolve', one])],
      ...[...placeArgs(place), '--config', yaml],
    ])
    if (exitCode !== 0 && exitCode !== 3) throw new Error(`scan ${exitCode}\n${stderr}`)
    return place
  } finally {
    await served.close()
  }
}

function registryCsv(plans: readonly PortalPlan[]): string {
  const { agencies, portals } = demoRegistry(plans)
  const rows = portals.map((portal) => {
    const agency = agencies.find((one) => one.id === portal.agencyId)
    return [
      ...[agency?.name, agency?.id, agency?.group ?? '', agency?.attributes.join(';'), portal.name],
      ...[portal.siteCode ?? '', portal.homeUrl, portal.platformUrl ?? ''],
    ].join(',')
  })
  return ['单位,单位编码,分组,属性,网站名称,网站标识码,首页,公开平台', ...rows, ''].join('\n')
}
