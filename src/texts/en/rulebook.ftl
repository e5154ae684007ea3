# Formulas, sources and settings of the rules: made from `src/rules/` by the test in `report/rulebook.rs`.

formula-admission = pair (s, h) only if programme(s) ∈ programmes(h), year(s) ∈ years(h), and ikc(h) where programme(s) = mbo
formula-apart = for each pair (s, t): met ≥ assigned(s, h) + assigned(t, h) − 1 at each school h, and in a cluster met ≥ assigned(s, o) + assigned(t, o) + used(o) − 2 for each option o; cost Σ worth × met, or met = 0
formula-board_share = for each board b: min_students(b) ≤ Σ students(h of b) ≤ max_students(b)
formula-budget = cluster × Σ used(o) + opening × Σ new(o) + student × core + shell_student × shell − grant(n) ≤ limit; grant(n) = base + step(n) + per_student × n, n = core, or core of an earlier year
formula-cluster_size = for each option o: min × used(o) ≤ members(o) ≤ max × used(o); cost worth × |members(o) − target × used(o)|; with below_min_worth, for existing o, in place of the minimum: cost below_min_worth × max(0, min × used(o) − members(o))
formula-concept = price(s, h) = worth if concepts(s) ≠ ∅ and concepts(s) ∩ concepts(h) = ∅
formula-continuity = changes(s) = max(0, Σ over h of max(0, then(s, h) − assigned(s, h)) − shrunk(s)); cost Σ worth × changes(s); Σ changes(s) ≤ max_changes
formula-denomination = price(s, h) = worth if wish(s) ∩ denominations(h) = ∅, else 0
formula-exclusion = pair (s, h) only if h lies in none of not(s), and in one of only(s) where given
formula-fixed = for each student s with fixed(s) = h: Σ assigned(s, h, ·) = count(s)
formula-forming = Σ used(o of b) ≤ max_clusters(b); used(kept) = 1; cost Σ opening(o) × used(o), opening(new o) = opening_worth + longest(o)
formula-interprofessional = for each option o: 100 × members(o, mbo) ≤ max_percent × members(o)
formula-meeting_day = price(s, h, d) = worth if d ∉ days(s); class_worth if d ∈ days(s) and |days(s)| − 1 < class_days(s); else 0
formula-placement = for each student s: Σ assigned(s, ·) + left_out(s) = count(s); cost Σ worth(s) × left_out(s)
formula-places = for each school h and setting d: Σ assigned(·, h, d) ≤ places(h) × open(h, d); for each of its tighter limits: Σ assigned(those, h) ≤ limit
formula-school_minimum = for each school h: min × taking(h) ≤ students(h) ≤ places(h) × taking(h), taking(h) ∈ {"{0, 1}"}
formula-shell = price(s, h) = worth where the board of h is in the shell
formula-spread = cost Σ over schools h, n = 1 … students(h): ⌊worth × (n − 1) / places(h)⌋
formula-together = for each pair (s, t): missed ≥ 1 − Σ over places p of both(p) − left_out(s) − left_out(t), both(p) ≤ assigned(s, p), both(p) ≤ assigned(t, p), both(p) ≤ used(p); cost Σ worth × missed, or missed = 0
formula-travel = price(s, h) = m + ⌊max(0, m − comfortable) × excess_percent / 100⌋, with m = journey(s, h) ≤ limit(s)
formula-variety = pair (s, h) only if h ∉ previous(s), or price(s, h) = worth if h ∈ previous(s)
formula-wishes = price(s, h) = rank(s, h) × step_worth, or none_worth where no wish matches
formula-year_mix = for each option o and year y: present(o, y) ≤ members(o, y), present(o, y) ≤ 1; cost worth × max(0, min_years × used(o) − Σ present(o, ·))
setting-apart-worth_km = What a pair costs that is together, where the pair does not say.
setting-budget-limit_eur = The most that the plan may cost, net, in whole euros. Absent: no limit.
setting-cluster_size-below_min_worth_km = What each member below the minimum of an existing cluster costs besides. Absent: no cluster is used below its minimum.
setting-cluster_size-max = Most members of a used cluster.
setting-cluster_size-min = Fewest members of a used cluster.
setting-cluster_size-target = Members wished for.
setting-cluster_size-worth_km = What each member below or above the target costs.
setting-concept-worth_km = What a school costs that has none of the concepts wished.
setting-continuity-max_changes = The most changes. Absent: no limit.
setting-continuity-worth_km = What each change costs.
setting-denomination-worth_km = What an unmet wish costs.
setting-forming-alone_places = Fewest places of a school that may be a cluster of its own.
setting-forming-max_schools = Most schools in a new cluster.
setting-forming-meeting_days = The days on which a new cluster may meet. Absent: the default day of rule `meeting_day`.
setting-forming-min_schools = Fewest schools in a new cluster, other than a single school. Absent: 2, or `max_schools` where that is 1.
setting-forming-opening_worth_km = What a new cluster costs, besides the longest journey between two of its schools.
setting-forming-reach_km = How far every two schools of a new cluster may lie apart.
setting-interprofessional-max_percent = The most mbo students among a cluster's members.
setting-meeting_day-class_worth_km = What a member costs who is free then, but has too few other days left for the class.
setting-meeting_day-default_day = The meeting day of clusters that name none.
setting-meeting_day-hard = Whether such a member is refused instead.
setting-meeting_day-worth_km = What a member who is not free on the meeting day costs.
setting-placement-worth_km = What a student left out costs, unless the student has an own `unplaced_worth_km`.
setting-school_minimum-min = Fewest students at a school that takes any; a school's own `min_students` wins.
setting-shell-worth_km = What a student in the shell costs.
setting-spread-worth_km = Price approached by the last student of a full school: the n-th of p costs worth × (n − 1) / p.
setting-together-worth_km = What a pair costs that is not together, where the pair does not say.
setting-travel-comfortable_km = How far a journey is comfortable.
setting-travel-excess_percent = What each metre beyond that costs more, in percents of a point.
setting-travel-limit_km = How far a journey may be; a student's own smaller limit wins.
setting-variety-again = What happens when a student would go to a previous school again.
setting-variety-worth_km = What going there again costs, where it is priced or the planner overrides the refusal.
setting-wishes-none_worth_km = What a school costs that is none of the wishes.
setting-wishes-step_worth_km = What each rank below the first costs.
setting-year_mix-min_years = How many different years the members of a cluster should have at the least.
setting-year_mix-worth_km = What each year short costs.
source-admission = Cooperation with mbo: pedagogy students learn at integral child centres
source-apart = Asked by planners: students who must not meet
source-board_share = Agreements between boards on who trains how many
source-budget = A subsidy covers only part of the cost of Samen Opleiden
source-cluster_size = Samen Opleiden: about twelve students in a cluster
source-concept = Samen Opleiden: students choose a profile
source-continuity = Recovery with few changes (liberalised minimum perturbation, Sakkout and Wallace, 2000)
source-denomination = Samen Opleiden: about 30% of students want experience at a public school
source-exclusion = Own child's school, relatives, the old school; the same learning community
source-fixed = The planner decides
source-forming = Facility location with admissible sets (Balinski, 1965)
source-interprofessional = Cooperation with mbo: pedagogy students learn in the same clusters
source-meeting_day = Samen Opleiden: the learning community meets on a fixed weekday
source-placement = Assignment problem with outside option (Kuhn, 1955)
source-places = Generalised assignment (Ross and Soland, 1975)
source-school_minimum = Semi-continuous capacity (Beale, 1979)
source-shell = Samen Opleiden: core and shell (kern-schil)
source-spread = Convex separable costs (Ibaraki and Katoh, 1988)
source-together = Asked by planners: students who travel together
source-travel = One point is one metre of one student's one-way journey
source-variety = Students meet several schools in their training
source-wishes = Rank costs, as in school choice (Abdulkadiroğlu and Sönmez, 2003)
source-year_mix = Samen Opleiden: the learning community mixes study years 1 to 3
