using Kinerja.Application.Json;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.FollowUp;
using NodaTime;
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

public sealed record ConsiderationResponse(
    IReadOnlyList<EmployeeId> MemberIds, LocalDate HeldOn, TeamAdvice Advice, string Words, EmployeeId RecordedById,
    Instant At);

public sealed record ProposalDecisionResponse(
    EmployeeId DecidedById, bool Accepted, string Reason, LocalDate? From, Instant At, bool AgainstAdvice);

public sealed record OutcomeResponse(
    FollowUpOutcome Outcome, LocalDate On, string Words, EmployeeId RecordedById, Instant At);

/// <summary>A proposal with who did what when.</summary>
public readonly struct ProposalResponse(Proposal proposal)
{
    public ProposalId Id => proposal.Id;
    public ProposalKind Kind => proposal.Kind;
    public EmployeeId EmployeeId => proposal.EmployeeId;
    public AppraisalPeriod Period => proposal.Basis.Period;
    public int? Revision => proposal.Basis.Revision;
    public Predicate? Predicate => proposal.Basis.Predicate;
    public AbsenceProposalResponse? Absence => AbsenceProposalResponse.Of(proposal.Basis.Absence);
    public string Policy => proposal.Basis.PolicyVersion;
    public ProposalState State => proposal.State;
    public int Version => proposal.Version;
    public Instant RaisedAt => proposal.RaisedAt;
    public IReadOnlyList<ConsiderationResponse> Considerations =>
        [.. proposal.Considerations.Select(c => new ConsiderationResponse(
            c.Members, c.HeldOn, c.Advice, c.Words, c.RecordedBy, c.At))];
    public ProposalDecisionResponse? Decision => proposal.Decision is { } d
        ? new ProposalDecisionResponse(d.DecidedBy, d.Accepted, d.Reason, d.From, d.At, proposal.IsAgainstAdvice)
        : null;
    public LocalDate? Until => proposal.Until;
    public LocalDate? DueOn => proposal.DueOn;
    public bool TestDue => proposal.TestDue;
    public LocalDate? TestBy => proposal.TestBy;
    public IReadOnlyList<OutcomeResponse> Outcomes =>
        [.. proposal.Outcomes.Select(o => new OutcomeResponse(o.Outcome, o.On, o.Words, o.RecordedBy, o.At))];
    public IReadOnlyList<ProposalReminder>? Reminders => proposal.Reminders.Count == 0 ? null : proposal.Reminders;
    public Instant? WithdrawnAt => proposal.WithdrawnAt;
    public WithdrawalReason? WithdrawnBecause => proposal.WithdrawnBecause;

    public static ProposalResponse Of(Proposal proposal) => new(proposal);
}

/// <summary>
/// With how many members consider a case at least today, and who alone decides; nobody named: anybody.
/// </summary>
public sealed record ProposalListResponse(
    IReadOnlyList<ProposalResponse> Proposals, ProposalId? Next, int TeamMembers, IReadOnlyList<EmployeeId> DeciderIds)
{
    public static ProposalListResponse Of(ProposalPage page) => new(
        [.. page.Proposals.Select(ProposalResponse.Of)],
        page.Next,
        page.Terms.TeamMembers,
        [.. page.Terms.Deciders.Order()]);
}
