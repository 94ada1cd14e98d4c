using NodaTime;

namespace Kinerja.Domain.Objections;

/// <summary>What a person can do by now about a result, the own one or another's.</summary>
public enum OpenActKind
{
    /// <summary>Object to the own result, or to not being assessed.</summary>
    Object,

    /// <summary>Say the own side of an objection, as the person or as the rater.</summary>
    BeHeard,

    /// <summary>Withdraw the own objection, until it is decided.</summary>
    Withdraw,

    /// <summary>Decide an objection that is ready to be decided.</summary>
    Decide,

    /// <summary>Rate people whose period is over and whose run has not frozen its inputs.</summary>
    Rate,
}

/// <summary>
/// One act that is open to a person. Until is the last day (included) on which it is sure to be possible; null when no
/// day ends it.
/// </summary>
public sealed record OpenAct(OpenActKind Kind, AppraisalPeriod Period, LocalDate? Until)
{
    /// <summary>Whose objection it is, where that is somebody else's.</summary>
    public EmployeeId? EmployeeId { get; init; }

    public ClientId? ObjectionId { get; init; }

    /// <summary>Of an objection to the own result: how the result was delivered.</summary>
    public Delivery? Delivery { get; init; }

    /// <summary>How many wait for a rating.</summary>
    public int? Count { get; init; }
}

/// <summary>Which acts an objection opens to somebody; the same rules say so as take the acts.</summary>
public static class OpenActRules
{
    /// <param name="known">An objection as it stands; only one that is filed opens anything.</param>
    /// <param name="person">To whom.</param>
    /// <param name="line">Who may decide it by now.</param>
    /// <param name="today">In the agency's zone.</param>
    public static IEnumerable<OpenAct> Of(Objection known, EmployeeId person, DecidingLine line, LocalDate today)
    {
        if (known.State != ObjectionState.Filed)
        {
            yield break;
        }

        var isPerson = person == known.Claim.EmployeeId;
        if ((isPerson && known.OfPerson is null) || (person == known.RaterId && known.OfRater is null))
        {
            yield return Act(OpenActKind.BeHeard, known.HearBy);
        }

        if (isPerson)
        {
            yield return Act(OpenActKind.Withdraw, null);
        }

        if ((known.IsHeard || known.HearingLapsedAt is not null) && line.MayDecide(known, person, today))
        {
            yield return Act(OpenActKind.Decide, known.DecideBy);
        }

        OpenAct Act(OpenActKind kind, LocalDate? until) => new(kind, known.Claim.Period, until < today ? null : until)
        {
            EmployeeId = isPerson ? null : known.Claim.EmployeeId,
            ObjectionId = known.Claim.Id,
        };
    }
}
