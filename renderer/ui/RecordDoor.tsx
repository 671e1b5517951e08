import { useEffect } from 'react'
import { replace } from '../state/navigation'
import type { RouteOf } from '../state/routes'
import { useQuery } from '../state/use-query'
import { Loaded } from './Loading'
import { PageHead } from './PageHead'

/** A record known only by its id: asks what it is, then opens the page of its type. */
export function RecordDoor({ route }: { readonly route: RouteOf<'record'> }) {
  const query = useQuery('record.get', { id: route.id }, { types: [] })
  const type = query.data?.type
  useEffect(() => {
    if (type !== undefined) replace({ ...route, type })
  }, [type, route])
  return (
    <>
      <PageHead title="打开记录" />
      <div className="body"><Loaded query={query}>{() => null}</Loaded></div>
    </>
  )
}
