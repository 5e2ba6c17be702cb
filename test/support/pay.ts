/** Presses a button of the payment platform's checkout page, as a browser would. */
import { parse } from 'node-html-parser'

/** @param choice the button's value; 'pay' pays @returns where the browser is sent back to */
export async function payAtCheckout(checkoutUrl: string, choice = 'pay'): Promise<string> {
  const page = parse(await (await fetch(checkoutUrl)).text())
  const field = (name: string) => page.querySelector(`input[name=${name}]`)?.getAttribute('value') ?? ''
  const action = new URL(page.querySelector('form')?.getAttribute('action') ?? '', checkoutUrl)
  const answer = await fetch(action, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ txnRef: field('txnRef'), ticket: field('ticket'), choice }) })
  return answer.headers.get('location') ?? ''
}
