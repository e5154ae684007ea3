# Questions that many searches answer.

serve-questions = Questions about this year
serve-drill-explained = What breaks in the plan on screen if something drops out? Each in turn, with the other clusters as they are.
serve-drill-school = One school at a time
serve-drill-cluster = One cluster at a time
serve-drill-board = One board at a time
serve-drill-title = What breaks if something drops out
serve-drill-read = The worst first. The price is what the best plan costs more after it, without what moving itself costs.
serve-drill-what = Drops out
serve-drill-lost = Lose their place
serve-drill-moved = Move
serve-drill-price = Price
serve-drill-who = Who loses their place
serve-schools-of =
    { $count ->
        [one] { $count } school
       *[other] { $count } schools
    }
serve-drill-nothing = The plan uses nothing that could drop out.
serve-drill-no-plan = no plan is possible then
serve-drill-not-searched = not worked out: the time ran out
serve-drill-fixed = the data would be wrong without it: { $student } is fixed at { $school }, which can then be in no cluster
serve-drill-refused = the data would be wrong without it
serve-drill-released = Clusters that must stay and would close: { $names }.
serve-and-more = and { $count } more
serve-more-answers =
    { $count ->
        [one] { $count } more
       *[other] { $count } more
    }
serve-sites-explained = Where would one more cluster help most, and where one more place?
serve-sites-ask = Rank new clusters and places
serve-sites-title = Where a new cluster would help most
serve-sites-none-better = None of these clusters makes the plan better.
serve-sites-read = The best first. The price is that of the best plan with it, compared with the best plan without it.
serve-sites-owner = Board or network
serve-sites-none-yet = Nothing has been found so far.
serve-sites-none = No board could form another cluster.
serve-sites-places = One more place
serve-sites-places-none = At no school would one more place make the plan better.
serve-repair-explained = What is the least to change so that a plan exists in which everyone has a place?
serve-repair-ask = Look for the least changes
serve-repair-title = The least to change so that everyone has a place
serve-repair-none-needed = Everyone can have a place without any change.
serve-repair-impossible = No change of places, clusters, journeys, meetings or wishes is enough.
serve-repair-clash = These cannot all hold:
serve-proposal = Proposal { $number }: counts as { $price }
serve-proposal-confirmed = Tried out: with exactly this there is a plan in which everyone has a place.
serve-proposal-unconfirmed = Not tried out in this time.
serve-proposal-make = Change the data so
serve-proposal-made = The data were changed. Plan again to see the plan; undo takes the change back.
serve-question-proven = This ranking is exact.
serve-question-unproven = The time ran out before everything was proven: there may be better answers than these.
serve-question-outdated = The project has changed since this was worked out.
serve-question-no-plan = No plan is possible. Ask above what is the least to change.
serve-question-proposals =
    { $count ->
        [one] { $count } proposal found
       *[other] { $count } proposals found
    }
serve-result-path = growth path
serve-result-batch = batch
serve-result-alone = Open in a tab of its own
serve-result-of = Report of { $name }
serve-to-plan = To the plan
