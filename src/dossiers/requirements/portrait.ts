/** The 3 by 4 picture that the citizen saw accepted (B2, P5). */
import { findAcceptedPortrait } from '../../capabilities/portraits/index.ts'
import { failed, met, type RequirementKind } from './requirement.ts'

export const portrait: RequirementKind = {
  kind: 'portrait',
  async assess(work, theCase) {
    const found = await findAcceptedPortrait(work, theCase.portraitId)
    if (!found || found.personId !== theCase.personId) return failed('picture-unusable')
    return met('portrait-check', { portraitId: found.id, cropHash: found.cropHash, recipeVersion: found.recipeVersion })
  },
}
