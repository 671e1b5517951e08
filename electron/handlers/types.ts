/** The `types` command: what every record type is made of, for programs that write records. */
import { typesForPrint } from '../../shared/records/print-types'
import { machineOf } from '../../shared/rules/steps'

export const printTypes = (): unknown => typesForPrint(machineOf)
