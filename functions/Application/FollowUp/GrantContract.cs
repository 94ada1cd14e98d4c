using Kinerja.Application.FlexibleWork;
using Kinerja.Application.Json;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.FollowUp;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.FollowUp;

public sealed record GrantListRequest(string? Period, string? From, string? ProposedById)
{
    public Result<GrantListCommand> Read()
    {
        var fields = new FieldReader();
        var period = fields.Take("period", p => AppraisalPeriod.Parse(Period, p));
        var from = fields.Day("from", From);
        var by = fields.Take("proposedById", p => EmployeeId.Parse(ProposedById, p));
        return fields.Finish(() => new GrantListCommand(period!.Value, from!.Value, by!.Value));
    }
}

/// <summary>Without <c>employeeIds</c> everybody who still waits is meant.</summary>
public sealed record GrantDecisionRequest(
    string? DecidedById, bool? Approved, string? Reason, IReadOnlyList<string?>? EmployeeIds)
{
    public Result<GrantVerdict> Read()
    {
        var fields = new FieldReader();
        var by = fields.Take("decidedById", p => EmployeeId.Parse(DecidedById, p));
        var approved = fields.Required("approved", Approved);
        var reason = fields.Text("reason", Reason, 500);
        if (EmployeeIds is { Count: 0 or > DecideGrants.MostLines })
        {
            fields.Add("employeeIds", $"1 to {DecideGrants.MostLines} people are expected.");
        }

        var people = EmployeeIds?.Take(DecideGrants.MostLines)
            .Select((id, i) => fields.Take($"employeeIds/{i}", p => EmployeeId.Parse(id, p))).OfType<EmployeeId>()
            .Distinct().ToList();
        return fields.Finish(() => new GrantVerdict(by!.Value, approved!.Value, reason!, people));
    }
}

public sealed record GrantDecisionResponse(EmployeeId DecidedById, bool Approved, string Reason, Instant At);

public readonly struct GrantLineResponse(GrantLine line)
{
    public EmployeeId EmployeeId => line.EmployeeId;
    public int Place => line.Place;
    public GrantState State => line.State;
    public IReadOnlyList<ReasonResponse> Reasons => [.. line.Reasons.Select(FlexibleTexts.Of)];
    public GrantDecisionResponse? Decision => line.Decision is { } decision
        ? new GrantDecisionResponse(decision.DecidedBy, decision.Approved, decision.Reason, decision.At)
        : null;
}

/// <summary>A grant list with some of its lines: a page, or those that a call decided.</summary>
public readonly struct GrantListResponse(
    GrantList list, bool provisional, IReadOnlyList<GrantLine> lines, EmployeeId? next, bool? more)
{
    public AgencyId AgencyId => list.AgencyId;
    public AppraisalPeriod Period => list.Period;
    public int Revision => list.Revision;
    public LocalDate From => list.From;
    public LocalDate To => list.To;
    public int? DaysPerWeek => list.Terms.DaysPerWeek;
    public string? Start => list.Terms.Start is { } start ? Minutes.Format(start) : null;
    public int? DaysOff => list.Terms.DaysOff;
    public string Policy => list.PolicyVersion;
    public EmployeeId ProposedById => list.ProposedBy;
    public Instant ProposedAt => list.ProposedAt;
    public bool Provisional => provisional;
    public IReadOnlyList<GrantLineResponse> Lines => [.. lines.Select(one => new GrantLineResponse(one))];
    public EmployeeId? Next => next;
    public bool? MoreWait => more;

    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static GrantListResponse Of(GrantPage page) =>
        new(page.List, page.Provisional, page.Lines, page.Next, null);

    public static GrantListResponse Of(GrantsDecided decided) =>
        new(decided.List, provisional: false, decided.Lines, null, decided.More);
}
