/** What was typed into a form that could not be recorded, and the way to send it after all: signed in first, beside this page, where nobody is. */
import { Button, Form, InsetText, Link, LinkButton } from '../../kit/index.ts'
import type { KeptForm } from '../../kept-form.ts'
import { paths } from '../../paths.ts'
import type { Visit } from '../../request.ts'
import { publicText } from '../text.ts'

/** @param action where the form was sent to @param before the page that it stood on */
export function SendAgain({ visit, kept, action, before }: { readonly visit: Visit; readonly kept: KeptForm; readonly action: string; readonly before: string | undefined }) {
  const t = publicText[visit.lang].endings
  const { session } = visit
  return (
    <>
      {kept.words.map((text) => <InsetText>{text.split(/\r?\n/).map((line, i) => <>{i > 0 && <br />}{line}</>)}</InsetText>)}
      {!session && <p class="govuk-body">{t.inTwoSteps}</p>}
      <Form action={action} csrf={visit.csrf}>
        {kept.fields.map(([name, text]) => <input type="hidden" name={name} value={text} />)}
        <div class="govuk-button-group">
          {!session && <LinkButton href={paths.signIn(before)} attributes={{ target: '_blank' }}>{t.signInBeside}</LinkButton>}
          <Button look={session ? 'primary' : 'secondary'} preventDoubleClick>{t.sendAgain}</Button>
          {session && before && <Link href={before}>{t.backWithout}</Link>}
        </div>
      </Form>
    </>
  )
}
