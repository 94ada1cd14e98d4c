using Kinerja.Application.Json;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.FollowUp;
using NodaTime.Text;

namespace Kinerja.Application.FollowUp;

public sealed record ProposalsRequest(string? Period)
{
    public Result<AppraisalPeriod> Read() => AppraisalPeriod.Parse(Period);
}

public sealed record ConsiderationRequest(
    IReadOnlyList<string?>? MemberIds, string? HeldOn, string? Advice, string? Words, string? RecordedById)
{
    private const int MostMembers = 30;

    public Result<ConsiderationCommand> Read()
    {
        var fields = new FieldReader();
        var members = (MemberIds ?? []).Take(MostMembers)
            .Select((id, i) => fields.Take($"memberIds/{i}", p => EmployeeId.Parse(id, p))).OfType<EmployeeId>()
            .ToList();
        if (MemberIds is null or { Count: 0 or > MostMembers } || members.Distinct().Count() < members.Count)
        {
            fields.Add("memberIds", $"1 to {MostMembers} members are expected, each once.");
        }

        var held = fields.Day("heldOn", HeldOn);
        var advice = fields.Enum<TeamAdvice>("advice", Advice);
        var words = fields.Text("words", Words, 2000);
        var by = fields.Take("recordedById", p => EmployeeId.Parse(RecordedById, p));
        return fields.Finish(() => new ConsiderationCommand(members, held!.Value, advice!.Value, words!, by!.Value));
    }
}

public sealed record ProposalDecisionRequest(string? DecidedById, bool? Accepted, string? Reason, string? From)
{
    public Result<ProposalVerdict> Read()
    {
        var fields = new FieldReader();
        var by = fields.Take("decidedById", p => EmployeeId.Parse(DecidedById, p));
        var accepted = fields.Required("accepted", Accepted);
        var reason = fields.Text("reason", Reason, 2000);
        var from = fields.OptionalDay("from", From);
        return fields.Finish(() => new ProposalVerdict(by!.Value, accepted!.Value, reason!, from));
    }
}

public sealed record OutcomeRequest(string? Outcome, string? On, string? Words, string? RecordedById)
{
    public Result<OutcomeCommand> Read()
    {
        var fields = new FieldReader();
        var outcome = fields.Enum<FollowUpOutcome>("outcome", Outcome);
        var on = fields.Day("on", On);
        var words = fields.Text("words", Words, 2000);
        var by = fields.Take("recordedById", p => EmployeeId.Parse(RecordedById, p));
        return fields.Finish(() => new OutcomeCommand(outcome!.Value, on!.Value, words!, by!.Value));
    }
}

public sealed record ProposalsRaisedResponse(
    string Period, int Revision, int Written, int Standing, int Withdrawn, int PppkWithoutRule)
{
    public static ProposalsRaisedResponse Of(ProposalsRaised raised) =>
        new(
            raised.Period.ToString(), raised.Revision, raised.Written, raised.Standing, raised.Withdrawn,
            raised.PppkWithoutRule);
}

public sealed record ConsiderationResponse(
    IReadOnlyList<string> MemberIds, string HeldOn, string Advice, string Words, string RecordedById, string At);

public sealed record ProposalDecisionResponse(
    string DecidedById, bool Accepted, string Reason, string? From, string At, bool AgainstAdvice);

public sealed record OutcomeResponse(string Outcome, string On, string Words, string RecordedById, string At);

public sealed record ProposalReminderResponse(string Step, string DueOn, string At);

/// <summary>A proposal with who did what when.</summary>
public sealed record ProposalResponse(
    string Id,
    string Kind,
    string EmployeeId,
    string Period,
    int? Revision,
    string? Predicate,
    AbsenceProposalResponse? Absence,
    string Policy,
    string State,
    int Version,
    string RaisedAt,
    IReadOnlyList<ConsiderationResponse> Considerations,
    ProposalDecisionResponse? Decision,
    string? Until,
    string? DueOn,
    bool TestDue,
    string? TestBy,
    IReadOnlyList<OutcomeResponse> Outcomes,
    IReadOnlyList<ProposalReminderResponse>? Reminders,
    string? WithdrawnAt,
    string? WithdrawnBecause)
{
    public static ProposalResponse Of(Proposal proposal) => new(
        proposal.Id.ToString(),
        JsonFormat.Name(proposal.Kind),
        proposal.EmployeeId.ToString(),
        proposal.Basis.Period.ToString(),
        proposal.Basis.Revision,
        proposal.Basis.Predicate is { } predicate ? JsonFormat.Name(predicate) : null,
        AbsenceProposalResponse.Of(proposal.Basis.Absence),
        proposal.Basis.PolicyVersion,
        JsonFormat.Name(proposal.State),
        proposal.Version,
        InstantPattern.ExtendedIso.Format(proposal.RaisedAt),
        [.. proposal.Considerations.Select(c => new ConsiderationResponse(
            [.. c.Members.Select(m => m.ToString())],
            LocalDatePattern.Iso.Format(c.HeldOn),
            JsonFormat.Name(c.Advice),
            c.Words,
            c.RecordedBy.ToString(),
            InstantPattern.ExtendedIso.Format(c.At)))],
        proposal.Decision is { } d
            ? new ProposalDecisionResponse(
                d.DecidedBy.ToString(), d.Accepted, d.Reason,
                d.From is { } from ? LocalDatePattern.Iso.Format(from) : null, InstantPattern.ExtendedIso.Format(d.At),
                proposal.IsAgainstAdvice)
            : null,
        proposal.Until is { } until ? LocalDatePattern.Iso.Format(until) : null,
        proposal.DueOn is { } due ? LocalDatePattern.Iso.Format(due) : null,
        proposal.TestDue,
        proposal.TestBy is { } test ? LocalDatePattern.Iso.Format(test) : null,
        [.. proposal.Outcomes.Select(o => new OutcomeResponse(
            JsonFormat.Name(o.Outcome), LocalDatePattern.Iso.Format(o.On), o.Words, o.RecordedBy.ToString(),
            InstantPattern.ExtendedIso.Format(o.At)))],
        proposal.Reminders.Count == 0
            ? null
            : [.. proposal.Reminders.Select(r => new ProposalReminderResponse(
                JsonFormat.Name(r.Step), LocalDatePattern.Iso.Format(r.DueOn),
                InstantPattern.ExtendedIso.Format(r.At)))],
        proposal.WithdrawnAt is { } at ? InstantPattern.ExtendedIso.Format(at) : null,
        proposal.WithdrawnBecause is { } because ? JsonFormat.Name(because) : null);
}

public sealed record ProposalListResponse(IReadOnlyList<ProposalResponse> Proposals, string? Next)
{
    public static ProposalListResponse Of(ProposalPage page) =>
        new([.. page.Proposals.Select(ProposalResponse.Of)], page.Next?.ToString());
}
