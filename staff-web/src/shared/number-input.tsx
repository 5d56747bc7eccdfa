import { InputNumber, type InputNumberProps } from 'antd'

/**
 * A number to be typed; the arrow keys count up and down. antd's spin buttons are left out: their names are English on a
 * Chinese page, they are not reached by keyboard, and they are too small to be hit by a finger.
 */
export function NumberInput(props: Omit<InputNumberProps<number>, 'controls'>) {
  return <InputNumber<number> {...props} controls={false} />
}
