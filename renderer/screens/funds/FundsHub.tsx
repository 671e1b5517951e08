import FundsScreen from './FundsScreen'

/** 经费 of the rail: the budget of the year. */
export default function FundsHub() {
  return <FundsScreen route={{ screen: 'list', type: 'budget' }} />
}
