import type { Content } from '../content.ts'
import { useWords } from '../language.ts'

/** Props of the footer: only links that exist, and perhaps a line. */
export interface FooterOptions {
  links?: readonly { text: Content; href: string }[] | undefined
  note?: Content
}

/** The footer, aligned with the page. */
export function Footer(props: FooterOptions) {
  const words = useWords()
  return (
    <footer class="tt-footer">
      <div class="tt-width tt-footer__in">
        {props.links && props.links.length > 0 && (
          <nav aria-label={words.footer}>
            <ul class="tt-footer__links">
              {props.links.map((link) => (
                <li>
                  <a class="tt-footer__link" href={link.href}>
                    {link.text}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {props.note !== undefined && <p class="tt-footer__note">{props.note}</p>}
      </div>
    </footer>
  )
}
