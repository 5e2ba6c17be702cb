/** The lacquer header. On a narrow screen its links fold into a menu that needs no JavaScript. */
import { CSRF_FIELD } from '../form/form-page.tsx'
import { classes } from '../content.ts'
import type { Content } from '../content.ts'
import { useLang, useWords } from '../language.ts'
import { Mark } from './mark.tsx'

/** One link of the header. */
export interface NavigationItem {
  text: Content
  href: string
  current?: boolean | undefined
  count?: number | undefined
}

/** Who is signed in. `detail` is a role or a province; signing out is a form, since it changes something. */
export interface SignedIn {
  name: string
  detail?: string | undefined
  href?: string | undefined
  signOut: { action: string; csrf: string }
}

/** Props of the header. */
export interface HeaderOptions {
  service: { name: string; tagline?: string | undefined; href: string }
  navigation?: readonly NavigationItem[] | undefined
  /** This page in the other language; without it there is no switch. */
  otherLanguageHref?: string | undefined
  signedIn?: SignedIn | undefined
}

/** The header. */
export function Header(props: HeaderOptions) {
  const { service, navigation, signedIn } = props
  const words = useWords()
  const hasMenu = (navigation && navigation.length > 0) || signedIn
  return (
    <header class="tt-header">
      <div class="tt-header__in tt-width">
        <a class="tt-header__home" href={service.href}>
          <Mark />
          <span class="tt-header__names">
            <span class="tt-header__name">{service.name}</span>
            {service.tagline && <span class="tt-header__tagline">{service.tagline}</span>}
          </span>
        </a>
        {props.otherLanguageHref && (
          <a
            class="tt-header__language"
            href={props.otherLanguageHref}
            lang={words.otherLanguageLang}
            hreflang={words.otherLanguageLang}
            rel="alternate nofollow"
          >
            {words.otherLanguage}
          </a>
        )}
        {hasMenu && (
          <details class="tt-menu">
            <summary class="tt-menu__button">{words.menu}</summary>
            <div class="tt-menu__panel">
              {navigation && navigation.length > 0 && (
                <nav aria-label={words.navigation}>
                  <ul class="tt-menu__list">
                    {navigation.map((item) => (
                      <li>
                        <a
                          class={classes('tt-menu__link', item.current && 'tt-menu__link--current')}
                          href={item.href}
                          aria-current={item.current ? 'page' : undefined}
                        >
                          {item.text}
                          {item.count !== undefined && ' '}
                          {item.count !== undefined && <span class="tt-menu__count">{item.count}</span>}
                        </a>
                      </li>
                    ))}
                  </ul>
                </nav>
              )}
              {signedIn && <Person person={signedIn} />}
            </div>
          </details>
        )}
      </div>
    </header>
  )
}

function Person({ person }: { person: SignedIn }) {
  const words = useWords()
  const lang = useLang()
  const name = (
    <>
      <span class="tt-person__name">{person.name}</span>
      {person.detail && <span class="tt-person__detail">{person.detail}</span>}
    </>
  )
  return (
    <div class="tt-person">
      {person.href ? (
        <a class="tt-person__who tt-menu__link" href={person.href}>
          {name}
        </a>
      ) : (
        <span class="tt-person__who">{name}</span>
      )}
      <form method="post" action={person.signOut.action} lang={lang}>
        <input type="hidden" name={CSRF_FIELD} value={person.signOut.csrf} />
        <button class="tt-person__out" type="submit">
          {words.signOut}
        </button>
      </form>
    </div>
  )
}
