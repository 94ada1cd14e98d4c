using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.FollowUp;

/// <summary>
/// What a place in the top share earns: days a week at another place, a later start of the day, days of leave, for so
/// many months (PP 30/2019 pilot: about one day a week, 08:30). None is for good.
/// </summary>
public sealed record GrantTerms(int? DaysPerWeek, LocalTime? Start, int Months)
{
    /// <summary>Days of leave (libur, seed 001); null: none.</summary>
    public int? DaysOff { get; init; }
}

/// <summary>
/// From which day on an agency's check-ins are complete enough to hold absences against people, and whose: PP 94/2021
/// is of PNS; of PPPK the agency's own rules say.
/// </summary>
public sealed record AbsenceTerms(LocalDate From, IReadOnlySet<EmploymentKind> For);

/// <summary>
/// An agency's own rule of what low predicates of PPPK raise (PP 30/2019 is of PNS), with the months as for PNS.
/// </summary>
public sealed record PppkTerms(
    IReadOnlySet<Predicate> ImprovementFor,
    IReadOnlySet<Predicate> SanctionFor,
    int ImprovementMonths,
    int TestMonths);

/// <summary>
/// Which predicates raise which proposal, how long somebody has to improve (PP 30/2019 art. 56-58: six months), and who
/// decides for the appointing authority; nobody named: whoever the caller's scope lets.
/// </summary>
public sealed record ProposalTerms(
    IReadOnlySet<Predicate> ImprovementFor,
    IReadOnlySet<Predicate> SanctionFor,
    int ImprovementMonths,
    IReadOnlySet<EmployeeId> Deciders)
{
    /// <summary>How long after "not improved" the competency test's result is due. No rule says it: data.</summary>
    public required int TestMonths { get; init; }

    /// <summary>What holds where a policy says nothing of it. No rule found says how many: data.</summary>
    public const int DefaultTeamMembers = 3;

    /// <summary>How many people consider a case at least; none of them the person or the rater.</summary>
    public int TeamMembers { get; init; } = DefaultTeamMembers;

    /// <summary>Null: the agency's presence is not held against anybody, and absences raise nothing.</summary>
    public AbsenceTerms? Absences { get; init; }

    /// <summary>Null: nothing is proposed of PPPK.</summary>
    public PppkTerms? Pppk { get; init; }

    /// <summary>Those of the kind of service; null where the agency has no rule for it.</summary>
    public ProposalTerms? Of(EmploymentKind kind) => (kind, Pppk) switch
    {
        (EmploymentKind.Pns, _) => this,
        (_, { } own) => this with
        {
            ImprovementFor = own.ImprovementFor,
            SanctionFor = own.SanctionFor,
            ImprovementMonths = own.ImprovementMonths,
            TestMonths = own.TestMonths,
        },
        _ => null,
    };
}

/// <summary>
/// An agency's rules of what follows a result. Six months is the regulation's; which predicate leads to a sanction
/// proposal, and the terms of a grant, are policy.
/// </summary>
public sealed record FollowUpPolicy(
    string Version, GrantTerms Grants, ProposalTerms Proposals, CreditPolicy Credits, TalentPolicy Talent)
{
    public GrantDeciders GrantDeciders { get; init; } = GrantDeciders.Superiors;
}
