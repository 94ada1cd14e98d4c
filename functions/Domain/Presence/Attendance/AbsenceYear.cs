using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// A proposal for people to decide on, with the days that it rests on and the article. Nothing happens by it: the
/// superior asks the person first, and a reason that comes later takes the day away again.
/// </summary>
/// <param name="Tier">Counts from 1, the lightest step of the ladder.</param>
/// <param name="Step">The step that was reached.</param>
/// <param name="InARow">Whether it rests on days in a row, which may have begun in the year before.</param>
/// <param name="Evidence">The days it rests on; of days in a row those that first made them enough.</param>
/// <param name="Policy">The version of the ladder.</param>
public sealed record AbsenceProposal(
    int Tier, DisciplineStep Step, bool InARow, IReadOnlyList<LocalDate> Evidence, string Policy)
{
    /// <summary>Days made of minutes late or left early, beside the evidence.</summary>
    public int MinuteDays { get; init; }

    public bool IsSameAs(AbsenceProposal other) =>
        Evidence.SequenceEqual(other.Evidence) && this == other with { Evidence = Evidence };
}

/// <summary>Why days of absence propose nothing.</summary>
public enum NoProposalReason
{
    /// <summary>The person is PPPK, and the agency has given no rule for them.</summary>
    NoRuleForPppk,
}

/// <summary>A year's absences so far. Undecided days wait for a superior or a calendar and do not count.</summary>
public sealed record AbsenceYear(
    EmployeeId EmployeeId,
    int Year,
    IReadOnlyList<LocalDate> AbsentDays,
    IReadOnlyList<LocalDate> UndecidedDays,
    int LongestRunDays,
    AbsenceProposal? Proposal)
{
    /// <summary>Days that minutes late or left early come to, where the agency's policy counts them so.</summary>
    public int MinuteDays { get; init; }

    public NoProposalReason? NoProposal { get; init; }

    public int CountedDays => AbsentDays.Count + MinuteDays;
}
