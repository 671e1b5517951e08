import { Register } from '../../records/Register'

/** What the county has assigned to its towns. */
export default function OrdersScreen() {
  return <Register type="county_order" />
}
