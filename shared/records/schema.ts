/**
 * Schema versions of record types (`sv` of a version). A type that never changed is at 1; one whose old values need to be read in another way
 * goes up by one here, together with the function that turns the old values into the new ones. What a later program wrote is kept, shown as
 * far as it is understood and sent on, but not written over: half of its meaning may be in fields that this program does not know.
 */
const raised: Readonly<Record<string, number>> = {}

/** The newest schema of a type that this program writes and understands. */
export const schemaOf = (type: string): number => raised[type] ?? 1
