/**
 * Who is assessed and where they publish. An agency (单位) owns one or more portals (网站/平台);
 * a portal is a set of entry addresses. Registry rows become these values in `catalog`.
 */

/** An assessed unit (单位). `attributes` decide applicability ("具有行政执法职能"). */
export interface Agency {
  readonly id: string
  readonly name: string
  readonly group: string | null
  readonly attributes: readonly string[]
}

/** One site or platform of an agency. */
export interface Portal {
  /** Stable key: the site code where known, else derived from agency id and home address. */
  readonly id: string
  readonly agencyId: string
  readonly name: string
  /** 网站标识码, kept as text (leading zeros matter). */
  readonly siteCode: string | null
  readonly homeUrl: string
  /** 政府信息公开平台 where it has an address of its own. */
  readonly platformUrl: string | null
  readonly extraUrls: readonly string[]
  readonly tags: readonly string[]
}

/** A validated registry: every portal's `agencyId` names an agency of the same registry. */
export interface Registry {
  readonly agencies: readonly Agency[]
  readonly portals: readonly Portal[]
}
