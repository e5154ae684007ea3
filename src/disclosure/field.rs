//! The columns of tables, by their meaning.

/// The meaning of a column.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Field {
    /// Student id.
    Student,
    /// Number of identical students.
    Students,
    /// Programme.
    Programme,
    /// Study year.
    Year,
    /// Home of the student: postcode or coordinates.
    Home,
    /// Days on which the student is free.
    FreeDays,
    /// Days per week needed for the class.
    ClassDays,
    /// Name of the school.
    School,
    /// Id of the school.
    SchoolId,
    /// Town.
    Town,
    /// Name of the board.
    Board,
    /// Id of the board.
    BoardId,
    /// Name of the cluster.
    Cluster,
    /// Id of the cluster.
    ClusterId,
    /// Meeting day of the learning community.
    MeetingDay,
    /// Whether the student is a member of the learning community.
    Member,
    /// Whether a member is free on the meeting day; for a cluster, how many members are.
    FreeOnMeetingDay,
    /// One-way journey; for a cluster, the mean.
    Journey,
    /// Denominations wished for.
    DenominationWish,
    /// Strength of the wish for a denomination.
    WishStrength,
    /// Whether the wish for a denomination is met.
    DenominationMet,
    /// Concepts wished for.
    ConceptWish,
    /// Whether a wish for a concept is met.
    ConceptMet,
    /// Rank of the wish that is met, from 1.
    WishRank,
    /// Whether the student has a fixed placement here.
    Fixed,
    /// Rules overridden by a fixed placement.
    Overridden,
    /// Why a student is fixed or may be placed in some places only, or why a pair is asked for.
    Because,
    /// Id of the other student of a pair.
    OtherStudent,
    /// Where the students of a pair are together.
    MeetingPlace,
    /// Whether the students of a pair are together or apart, as is asked.
    PairMet,
    /// Points of all rules together.
    Points,
    /// Points of one rule.
    RulePoints(&'static str),
    /// Reason why a student is left out, or a cluster not used.
    Reason,
    /// What would keep a cluster that is not used.
    ToKeep,
    /// Number of schools considered for a student who is left out.
    SchoolCount,
    /// Number of these schools that one rule refuses.
    RefusedBy(&'static str),
    /// Number of these schools that are full.
    Full,
    /// Number of these schools in a cluster that is full.
    ClusterFull,
    /// Number of these schools that are not in use.
    NotUsed,
    /// Number of these schools with room, where a placement would break a rule or cost more.
    Room,
    /// Whether a cluster is existing or new.
    Kind,
    /// Names of schools.
    Schools,
    /// Number of members.
    Members,
    /// Smallest number of members.
    Least,
    /// Target number of members.
    Target,
    /// Largest number of members.
    Most,
    /// Members minus target.
    OffTarget,
    /// Students in a cluster who are not members.
    Others,
    /// Number of places.
    Places,
    /// Students as a share of places.
    Fill,
    /// Standing of a board.
    Standing,
    /// Number of used clusters.
    ClustersUsed,
    /// Largest number of clusters.
    ClustersMost,
    /// Cost in euros.
    Cost,
    /// Grant in euros.
    Grant,
    /// Cost less grant, in euros.
    Net,
    /// Denominations of a school.
    Denomination,
    /// Concepts of a school.
    Concepts,
    /// Goal of a level.
    Goal,
    /// Value of the goal in this plan.
    Value,
    /// Proven lower bound of the goal.
    Bound,
    /// Gap between value and bound.
    Gap,
    /// Name of a key figure.
    Figure,
    /// Subject of the figure: a programme, a denomination, a board.
    About,
    /// Number of the figure.
    Number,
    /// Whole of which the number is a part.
    Of,
    /// Number divided by the whole.
    Share,
    /// Id of a rule.
    Rule,
    /// Title of a rule.
    Title,
    /// Whether the rule is in force.
    InForce,
    /// Settings of the rule.
    Settings,
    /// Statement of the rule.
    Statement,
    /// Where the earlier plan had the student.
    From,
    /// Where this plan has the student.
    To,
    /// Why a student is elsewhere than in the earlier plan.
    Change,
    /// Why the place of the earlier plan was left.
    PlaceLeft,
    /// Whether the earlier plan did not have the student here.
    New,
    /// Whole name of a student.
    Name,
    /// First name.
    FirstName,
    /// What is written between first and last name.
    NamePrefix,
    /// Last name.
    LastName,
    /// E-mail address of a student.
    Email,
    /// Telephone number of a student.
    Telephone,
    /// How a student travels.
    Transport,
    /// The planner's remarks about a student or a school.
    Remarks,
    /// Whom to write to at a school or board.
    ContactPerson,
    /// Their e-mail address.
    ContactEmail,
    /// Their telephone number.
    ContactTelephone,
    /// Street and number of a school.
    Address,
    /// A cluster's trainer at the schools.
    Trainer,
    /// That trainer's e-mail address.
    TrainerEmail,
    /// That trainer's telephone number.
    TrainerTelephone,
    /// A cluster's trainer at the institute.
    InstituteTrainer,
    /// That trainer's e-mail address.
    InstituteTrainerEmail,
    /// Places that are taken, of all.
    PlacesTaken,
    /// Number of places that are not taken.
    PlacesFree,
    /// A letter to a student.
    Letter,
}
