# Formules, bronnen en instellingen van de regels, zoals `rules` ze laat zien.

formula-placement = voor elke student s: Σ assigned(s, ·) + left_out(s) = count(s); kosten Σ worth(s) × left_out(s)
formula-places = voor elke school h en wijze d: Σ assigned(·, h, d) ≤ places(h) × open(h, d); voor elk van haar krappere grenzen: Σ assigned(die studenten, h) ≤ grens
formula-cluster_size = voor elke optie o: min × used(o) ≤ members(o) ≤ max × used(o); kosten worth × |members(o) − target × used(o)|; met below_min_worth, voor bestaande o, in plaats van het minimum: kosten below_min_worth × max(0, min × used(o) − members(o))
formula-forming = Σ used(o van b) ≤ max_clusters(b); used(wat moet blijven) = 1; kosten Σ opening(o) × used(o), opening(nieuwe o) = opening_worth + longest(o)
formula-meeting_day = price(s, h, d) = worth als d ∉ days(s); class_worth als d ∈ days(s) en |days(s)| − 1 < class_days(s); anders 0
formula-denomination = price(s, h) = worth als wish(s) ∩ denominations(h) = ∅, anders 0
formula-travel = price(s, h) = m + ⌊max(0, m − comfortable) × excess_percent / 100⌋, met m = journey(s, h) ≤ limit(s)
formula-exclusion = paar (s, h) alleen als h in geen van de lijst not(s) ligt, en in een van only(s) waar die gegeven is
formula-fixed = voor elke student s met fixed(s) = h: Σ assigned(s, h, ·) = count(s)
formula-wishes = price(s, h) = rank(s, h) × step_worth, of none_worth waar geen wens past
formula-concept = price(s, h) = worth als concepts(s) ≠ ∅ en concepts(s) ∩ concepts(h) = ∅
formula-admission = paar (s, h) alleen als programme(s) ∈ programmes(h), year(s) ∈ years(h), en ikc(h) waar programme(s) = mbo
formula-variety = paar (s, h) alleen als h ∉ previous(s), of price(s, h) = worth als h ∈ previous(s)
formula-board_share = voor elk bestuur b: min_students(b) ≤ Σ students(h van b) ≤ max_students(b)
formula-spread = kosten Σ over scholen h, n = 1 … students(h): ⌊worth × (n − 1) / places(h)⌋
formula-school_minimum = voor elke school h: min × taking(h) ≤ students(h) ≤ places(h) × taking(h), taking(h) ∈ {"{0, 1}"}
formula-year_mix = voor elke optie o en elk jaar y: present(o, y) ≤ members(o, y), present(o, y) ≤ 1; kosten worth × max(0, min_years × used(o) − Σ present(o, ·))
formula-interprofessional = voor elke optie o: 100 × members(o, mbo) ≤ max_percent × members(o)
formula-shell = price(s, h) = worth waar het bestuur van h in de schil zit
formula-continuity = changes(s) = max(0, Σ over h van max(0, then(s, h) − assigned(s, h)) − shrunk(s)); kosten Σ worth × changes(s); Σ changes(s) ≤ max_changes
formula-budget = cluster × Σ used(o) + opening × Σ new(o) + student × core + shell_student × shell − grant(n) ≤ limit; grant(n) = base + step(n) + per_student × n, n = core, of core van een eerder jaar
formula-together = voor elk paar (s, t): missed ≥ 1 − Σ over plekken p van both(p) − left_out(s) − left_out(t), both(p) ≤ assigned(s, p), both(p) ≤ assigned(t, p), both(p) ≤ used(p); kosten Σ worth × missed, of missed = 0
formula-apart = voor elk paar (s, t): met ≥ assigned(s, h) + assigned(t, h) − 1 op elke school h, en in een cluster met ≥ assigned(s, o) + assigned(t, o) + used(o) − 2 voor elke optie o; kosten Σ worth × met, of met = 0

source-placement = Toewijzingsprobleem met een uitwijkmogelijkheid (Kuhn, 1955)
source-places = Gegeneraliseerde toewijzing (Ross en Soland, 1975)
source-cluster_size = Samen Opleiden: ongeveer twaalf studenten in een cluster
source-forming = Vestigingsplaatsprobleem met toegelaten verzamelingen (Balinski, 1965)
source-meeting_day = Samen Opleiden: de leergemeenschap komt op een vaste dag van de week bijeen
source-denomination = Samen Opleiden: ongeveer 30% van de studenten wil ervaring op een openbare school
source-travel = Een punt is een meter van de enkele reis van één student
source-exclusion = School van het eigen kind, familie, de oude school; dezelfde leergemeenschap
source-fixed = De planner beslist
source-wishes = Kosten naar rang, zoals bij schoolkeuze (Abdulkadiroğlu en Sönmez, 2003)
source-concept = Samen Opleiden: studenten kiezen een profiel
source-admission = Samenwerking met het mbo: studenten pedagogisch werk leren in integrale kindcentra
source-variety = Studenten maken in hun opleiding kennis met meerdere scholen
source-board_share = Afspraken tussen besturen over wie hoeveel studenten opleidt
source-spread = Convexe, scheidbare kosten (Ibaraki en Katoh, 1988)
source-school_minimum = Semi-continue capaciteit (Beale, 1979)
source-year_mix = Samen Opleiden: in de leergemeenschap zitten de studiejaren 1 tot en met 3 bij elkaar
source-interprofessional = Samenwerking met het mbo: studenten pedagogisch werk leren in dezelfde clusters
source-shell = Samen Opleiden: kern en schil
source-continuity = Herstel met weinig wijzigingen (‘liberalised minimum perturbation’, Sakkout en Wallace, 2000)
source-budget = Een subsidie dekt maar een deel van de kosten van Samen Opleiden
source-together = Op verzoek van planners: studenten die samen reizen
source-apart = Op verzoek van planners: studenten die elkaar niet mogen tegenkomen

setting-placement-worth_km = Wat een student zonder plek kost, tenzij de student een eigen `unplaced_worth_km` heeft.
setting-cluster_size-below_min_worth_km = Wat elk lid onder het minimum van een bestaand cluster er nog bij kost. Afwezig: geen cluster wordt onder zijn minimum gebruikt.
setting-cluster_size-max = Het grootste aantal leden van een cluster in gebruik.
setting-cluster_size-min = Het kleinste aantal leden van een cluster in gebruik.
setting-cluster_size-target = Het gewenste aantal leden.
setting-cluster_size-worth_km = Wat elk lid onder of boven het gewenste aantal kost.
setting-forming-alone_places = Hoeveel plekken een school ten minste heeft om in haar eentje een cluster te mogen zijn.
setting-forming-max_schools = Het grootste aantal scholen in een nieuw cluster.
setting-forming-meeting_days = De dagen waarop een nieuw cluster bijeen mag komen. Afwezig: de gewone dag van regel `meeting_day`.
setting-forming-min_schools = Het kleinste aantal scholen in een nieuw cluster, afgezien van één school alleen. Afwezig: 2, of `max_schools` waar dat 1 is.
setting-forming-opening_worth_km = Wat een nieuw cluster kost, naast de langste reis tussen twee van zijn scholen.
setting-forming-reach_km = Hoe ver twee scholen van een nieuw cluster hoogstens uit elkaar liggen.
setting-meeting_day-class_worth_km = Wat een lid kost dat die dag wel kan, maar te weinig andere dagen overhoudt voor de klas.
setting-meeting_day-default_day = De bijeenkomstdag van clusters die er geen noemen.
setting-meeting_day-hard = Of zo'n lid in plaats daarvan wordt geweigerd.
setting-meeting_day-worth_km = Wat een lid kost dat op de bijeenkomstdag niet kan.
setting-denomination-worth_km = Wat een wens kost die niet uitkomt.
setting-travel-comfortable_km = Tot welke afstand een reis comfortabel is.
setting-travel-excess_percent = Wat elke meter daarboven meer kost, in procenten van een punt.
setting-travel-limit_km = Hoe ver een reis mag zijn; een eigen, kleinere grens van de student gaat voor.
setting-wishes-none_worth_km = Wat een school kost die niet bij de wensen staat.
setting-wishes-step_worth_km = Wat elke stap lager dan de eerste wens kost.
setting-concept-worth_km = Wat een school kost die geen van de gewenste concepten heeft.
setting-variety-again = Wat er gebeurt als een student opnieuw naar een eerdere school zou gaan.
setting-variety-worth_km = Wat opnieuw daarheen gaan kost, waar dat een prijs heeft of de planner de weigering opheft.
setting-spread-worth_km = De prijs die de laatste student van een volle school nadert: de n-de van p kost worth × (n − 1) / p.
setting-school_minimum-min = Hoeveel studenten een school ten minste neemt als zij er neemt; een eigen `min_students` van een school gaat voor.
setting-year_mix-min_years = Uit hoeveel verschillende jaren de leden van een cluster ten minste komen.
setting-year_mix-worth_km = Wat elk jaar te weinig kost.
setting-interprofessional-max_percent = Het grootste deel van de leden van een cluster dat mbo-student is.
setting-shell-worth_km = Wat een student in de schil kost.
setting-continuity-max_changes = Het grootste aantal wijzigingen. Afwezig: geen grens.
setting-continuity-worth_km = Wat elke wijziging kost.
setting-budget-limit_eur = Wat het plan netto hoogstens mag kosten, in hele euro's. Afwezig: geen grens.
setting-together-worth_km = Wat een paar kost dat niet bij elkaar zit, waar het paar dat zelf niet zegt.
setting-apart-worth_km = Wat een paar kost dat bij elkaar zit, waar het paar dat zelf niet zegt.
