using Kinerja.Application.FlexibleWork;
using Kinerja.Application.Json;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.FollowUp;
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

public sealed record GrantDecisionResponse(string DecidedById, bool Approved, string Reason, string At);

public sealed record GrantLineResponse(
    string EmployeeId, int Place, string State, IReadOnlyList<ReasonResponse> Reasons, GrantDecisionResponse? Decision)
{
    internal static GrantLineResponse Of(GrantLine line) => new(
        line.EmployeeId.ToString(),
        line.Place,
        JsonFormat.Name(line.State),
        [.. line.Reasons.Select(FlexibleTexts.Of)],
        line.Decision is { } decision
            ? new GrantDecisionResponse(
                decision.DecidedBy.ToString(), decision.Approved, decision.Reason,
                InstantPattern.ExtendedIso.Format(decision.At))
            : null);
}

/// <summary>A grant list with some of its lines: a page, or those that a call decided.</summary>
public sealed record GrantListResponse(
    string AgencyId,
    string Period,
    int Revision,
    string From,
    string To,
    int? DaysPerWeek,
    string? Start,
    string Policy,
    string ProposedById,
    string ProposedAt,
    bool Provisional,
    IReadOnlyList<GrantLineResponse> Lines,
    string? Next,
    bool? MoreWait)
{
    public static GrantListResponse Of(GrantPage page) =>
        Of(page.List, page.Provisional, page.Lines, page.Next?.ToString(), null);

    public static GrantListResponse Of(GrantsDecided decided) =>
        Of(decided.List, provisional: false, decided.Lines, null, decided.More);

    private static GrantListResponse Of(
        GrantList list, bool provisional, IReadOnlyList<GrantLine> lines, string? next, bool? more) => new(
        list.AgencyId.ToString(),
        list.Period.ToString(),
        list.Revision,
        LocalDatePattern.Iso.Format(list.From),
        LocalDatePattern.Iso.Format(list.To),
        list.Terms.DaysPerWeek,
        list.Terms.Start is { } start ? LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(start) : null,
        list.PolicyVersion,
        list.ProposedBy.ToString(),
        InstantPattern.ExtendedIso.Format(list.ProposedAt),
        provisional,
        [.. lines.Select(GrantLineResponse.Of)],
        next,
        more);
}
