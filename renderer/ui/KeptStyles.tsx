/**
 * antd makes the styles of a control when the first one is shown and throws them away with the last one: a quarter of what the first list after
 * home cost, and again after each visit home. One that nobody sees keeps them.
 */
import { Select } from 'antd'
import AntdScope from './AntdScope'

export default function KeptStyles() {
  return <AntdScope><div hidden inert><Select aria-label="样式" /></div></AntdScope>
}
