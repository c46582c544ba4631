/// What a planner reads of ``FindingsFixture/outcome``.
let expectedPage = """
  A raid (raid)
  Question: Who waits?
  Model: Small land. Scenario: Raid (raid).
  Whose figures: Nobody's.
  4 replications of 90 days and 30 days after in which those who came are followed, seed 7.
  Handling: open.
  ± is half of a 95 % interval.
    baseline: As today (what the others are compared with)
    postpone: Postpone planned care
    share: Share between regions
    no-wait: Nobody waits

  With “As today”: 1,234 casualties arrive alive, 3,901 patients a day need admission, 3,812 are
  admitted, 5,000 stays a day begin in “Emergency department”.

                                                             casualties'
                                                                wait for    planned
            deaths by day     deaths that  of these, of  intensive care,   patients  on the list at
  arm                 120  waiting caused    casualties            hours  postponed          day 90
  ─────────────────────────────────────────────────────────────────────────────────────────────────
  baseline     1,215 ± 49      1,014 ± 36      912 ± 33                0          0               0
  postpone     1,004 ± 36        803 ± 25      722 ± 22                0      3,400               0
  share        1,210 ± 68      1,009 ± 54      908 ± 49                0          0               0
  no-wait        201 ± 14               –             –                0          0               0

                  moved to
            another region
  arm            by day 90
  ────────────────────────
  baseline               0
  postpone               0
  share                  0
  no-wait                0

  - With “As today” waiting caused 1,014 deaths by day 120, 95 % interval 977 to 1,050, given these
    assumptions.
  - With “Postpone planned care” (postpone) 211 fewer deaths by day 120 than with “As today”, 95 %
    interval 191 to 231, given these assumptions.
  - With “Share between regions” (share) no clear difference in deaths by day 120: 5 fewer than with
    “As today”, 95 % interval 23 more to 33 fewer, given these assumptions.

  A region breaches when, over a day, the mean number waiting for a place is at least 5 % of the
  staffed places, and at least one, in half of the replications.
  First to breach after day 0, with “As today”:
                                  5–95 % of  replications
  region        resource  day  replications   that breach
  ───────────────────────────────────────────────────────
  North   Intensive care    5        4 to 9         100 %
  South   Intensive care   12    8 to never          50 %
  Regions that breach (of these, already on day 0):
             Emergency
  arm       department  Intensive care
  ────────────────────────────────────
  baseline  1 of 1 (1)          2 of 2
  postpone  1 of 1 (1)          0 of 2
  share     1 of 1 (1)          2 of 2

  Patients who came by day 90 and still wait for a place at day 120, and all on the list then:
  baseline 0, postpone 2,900, share 0. What becomes of them is unknown, not zero.

  Of the 1,234 input numbers 40 % are sourced, 35 % derived, 25 % assumed.
  Intervals show chance alone: the inputs have not been varied. Nor do they show how well the beds of
  single hospitals are known.
  Seed 7: the same command gives the same figures again.

  """
