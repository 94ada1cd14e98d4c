using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.WorkPlans;
using NodaTime.Text;

namespace Kinerja.Application.WorkPlans;

/// <summary>A team assignment; without an agency the leader is of the person's own.</summary>
public sealed record AssignmentBody(
    string? Team,
    string? Role,
    string? LeaderAgencyId,
    string? LeaderId,
    string? Origin,
    string? Letter,
    string? From,
    string? LastDay)
{
    public Result<AssignmentClaim> Read(AgencyId agency)
    {
        var fields = new FieldReader();
        var team = fields.Text("team", Team, 200);
        var role = fields.Text("role", Role, 200);
        var leaderAgency = LeaderAgencyId is null ? agency : fields.Take("leaderAgencyId", p => AgencyId.Parse(LeaderAgencyId, p));
        var leader = fields.Take("leaderId", p => EmployeeId.Parse(LeaderId, p));
        var origin = fields.Enum<AssignmentOrigin>("origin", Origin);
        var letter = fields.Text("letter", Letter, 200);
        var from = fields.Day("from", From);
        var last = fields.Day("lastDay", LastDay);
        return fields.Finish(() => new AssignmentClaim(
            team!, role!, leaderAgency!.Value, leader!.Value, origin!.Value, letter!, from!.Value, last!.Value));
    }
}

public sealed record TeamInputBody(
    string? LeaderId, string? Level, string? Words, IReadOnlyList<EvidenceBody?>? Evidence)
{
    public Result<TeamInputClaim> Read()
    {
        var fields = new FieldReader();
        var leader = fields.Take("leaderId", p => EmployeeId.Parse(LeaderId, p));
        var level = fields.OptionalEnum<ExpectationLevel>("level", Level);
        var words = fields.Text("words", Words, 2000);
        var evidence = fields.Each("evidence", Evidence, EvidenceBody.Most, EvidenceBody.Read);
        return fields.Finish(() => new TeamInputClaim(leader!.Value, level, words!, evidence));
    }
}

public sealed record TeamInputAnswer(
    string AssignmentId,
    string EmployeeId,
    string Period,
    string LeaderAgencyId,
    string LeaderId,
    string? Level,
    string Words,
    IReadOnlyList<EvidenceBody> Evidence,
    string GivenAt,
    int Version)
{
    public static TeamInputAnswer Of(TeamInput input) => new(
        input.AssignmentId.ToString(),
        input.EmployeeId.ToString(),
        input.Quarter.ToString(),
        input.LeaderAgencyId.ToString(),
        input.LeaderId.ToString(),
        input.Level is { } level ? JsonFormat.Name(level) : null,
        input.Words,
        [.. input.Evidence.Select(EvidenceBody.Of)],
        InstantPattern.ExtendedIso.Format(input.GivenAt),
        input.Version);
}

public sealed record AssignmentAnswer(
    string Id,
    string EmployeeId,
    string Team,
    string Role,
    string LeaderAgencyId,
    string LeaderId,
    string Origin,
    string Letter,
    string From,
    string LastDay,
    string WrittenAt,
    int Version)
{
    public static AssignmentAnswer Of(TeamAssignment assignment) => new(
        assignment.Id.ToString(),
        assignment.EmployeeId.ToString(),
        assignment.Team,
        assignment.Role,
        assignment.LeaderAgencyId.ToString(),
        assignment.LeaderId.ToString(),
        JsonFormat.Name(assignment.Origin),
        assignment.Letter,
        LocalDatePattern.Iso.Format(assignment.From),
        LocalDatePattern.Iso.Format(assignment.LastDay),
        InstantPattern.ExtendedIso.Format(assignment.WrittenAt),
        assignment.Version);
}

public sealed record AssignmentLineAnswer(AssignmentAnswer Assignment, IReadOnlyList<TeamInputAnswer> Inputs);

public sealed record AssignmentListAnswer(IReadOnlyList<AssignmentLineAnswer> Assignments)
{
    public static AssignmentListAnswer Of(IReadOnlyList<AssignmentWithInputs> assignments) => new(
        [.. assignments.Select(a => new AssignmentLineAnswer(
            AssignmentAnswer.Of(a.Assignment), [.. a.Inputs.Select(TeamInputAnswer.Of)]))]);
}

public sealed record LedAssignmentAnswer(string AgencyId, AssignmentAnswer Assignment);

public sealed record LedAssignmentListAnswer(IReadOnlyList<LedAssignmentAnswer> Assignments)
{
    public static LedAssignmentListAnswer Of(IReadOnlyList<LedAssignment> led) => new(
        [.. led.Select(l => new LedAssignmentAnswer(l.AgencyId.ToString(), AssignmentAnswer.Of(l.Assignment)))]);
}
