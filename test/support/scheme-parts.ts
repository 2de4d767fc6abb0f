/** The parts of a scheme that most tests leave empty. */
import type { Scheme } from '#model/scheme'

export const plainScheme: Pick<
  Scheme,
  | 'attributes'
  | 'methods'
  | 'pools'
  | 'conversion'
  | 'grades'
  | 'targets'
  | 'checklists'
  | 'cadences'
  | 'span'
  | 'monitoredOn'
> = {
  attributes: [],
  methods: [],
  pools: [],
  conversion: null,
  grades: [],
  targets: [],
  checklists: [],
  cadences: [],
  span: null,
  monitoredOn: null,
}
