import ListScreen from '../../records/ListScreen'

/** What the county has assigned to its towns. */
export default function OrdersScreen() {
  return <ListScreen route={{ screen: 'list', type: 'county_order' }} />
}
