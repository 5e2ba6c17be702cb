/** What the model of yesterday's process takes for granted. The articles tell what went wrong, never how often or in which order. */

interface AsWasAssumption {
  readonly about: string
  readonly taken: string
  /** What an article says, or why it is taken without one. */
  readonly restsOn: string
}

export const asWasAssumptions: readonly AsWasAssumption[] = [
  { about: 'account', taken: 'a second approval by a ministry account takes 4 to 48 hours; people are told so and come back', restsOn: 'an account had to be approved by one of the ministry before anything could be filed (both of Bắc Ninh); the hours are assumed' },
  { about: 'violations', taken: 'the source is asked while the person waits; without an answer nothing can be filed', restsOn: 'the failing link to the police look-up, named as a cause of few online dossiers (Bắc Ninh, digital transformation)' },
  { about: 'certificate', taken: 'a number that cannot be found is refused; nothing waits for the clinic', restsOn: 'the number that cannot be found, named as a cause (both of Bắc Ninh)' },
  { about: 'paper', taken: 'a certificate on paper is shown at the office: a trip, so not online', restsOn: 'seven clinics issue electronic ones (both of Bắc Ninh); more than every second dossier came in person (1,375 of 2,490, Bắc Ninh, public service)' },
  { about: 'payment', taken: 'money is known from the platform’s own message alone; nobody asks, and nothing is paid back', restsOn: 'payment is slow, and after an error no refund comes (Bắc Ninh, digital transformation)' },
  { about: 'payment again', taken: 'whoever lost money to an error does not pay a second time', restsOn: 'people do not want to try again after that (Bắc Ninh, digital transformation)' },
  { about: 'portrait', taken: 'every picture is taken; a bad one is found out by the officer, who asks for another; the other is bad as often as the first', restsOn: 'the picture goes up and the officer does not get it (Bắc Ninh, digital transformation)' },
  { about: 'all else', taken: 'nothing else goes wrong: officers decide, the post delivers, a lost message of the post costs nobody anything', restsOn: 'in favour of yesterday' },
  { about: 'patience', taken: 'the same as with the service: citizen/patience.ts', restsOn: 'the same people' },
]
