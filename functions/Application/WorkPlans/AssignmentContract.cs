using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.WorkPlans;
using NodaTime.Text;

namespace Kinerja.Application.WorkPlans;

/// <summary>A team assignment; without an agency the leader is of the person's own.</summary>
public sealed record AssignmentRequest(
    string? Team,
    string? Role,
    string? LeaderAgencyId,
    string? LeaderId,
    string? Origin,
    string? Letter,
    string? From,
    string? LastDay)
{
    public Result<AssignmentCommand> Read(AgencyId agency)
    {
        var fields = new FieldReader();
        var team = fields.Text("team", Team, 200);
        var role = fields.Text("role", Role, 200);
        var leaderAgency = LeaderAgencyId is null
            ? agency
            : fields.Take("leaderAgencyId", p => AgencyId.Parse(LeaderAgencyId, p));
        var leader = fields.Take("leaderId", p => EmployeeId.Parse(LeaderId, p));
        var origin = fields.Enum<AssignmentOrigin>("origin", Origin);
        var letter = fields.Text("letter", Letter, 200);
        var from = fields.Day("from", From);
        var last = fields.Day("lastDay", LastDay);
        return fields.Finish(() => new AssignmentCommand(
            team!, role!, leaderAgency!.Value, leader!.Value, origin!.Value, letter!, from!.Value, last!.Value));
    }
}

public sealed record TeamInputRequest(
    string? LeaderId, string? Level, string? Words, IReadOnlyList<EvidenceRequest?>? Evidence)
{
    public Result<TeamInputCommand> Read()
    {
        var fields = new FieldReader();
        var leader = fields.Take("leaderId", p => EmployeeId.Parse(LeaderId, p));
        var level = fields.OptionalEnum<ExpectationLevel>("level", Level);
        var words = fields.Text("words", Words, 2000);
        var evidence = fields.Each("evidence", Evidence, EvidenceRequest.Most, EvidenceRequest.Read);
        return fields.Finish(() => new TeamInputCommand(leader!.Value, level, words!, evidence));
    }
}

public sealed record TeamInputResponse(
    string AssignmentId,
    string EmployeeId,
    string Period,
    string LeaderAgencyId,
    string LeaderId,
    string? Level,
    string Words,
    IReadOnlyList<EvidenceRequest> Evidence,
    string GivenAt,
    int Version)
{
    public static TeamInputResponse Of(TeamInput input) => new(
        input.AssignmentId.ToString(),
        input.EmployeeId.ToString(),
        input.Quarter.ToString(),
        input.LeaderAgencyId.ToString(),
        input.LeaderId.ToString(),
        input.Level is { } level ? JsonFormat.Name(level) : null,
        input.Words,
        [.. input.Evidence.Select(EvidenceRequest.Of)],
        InstantPattern.ExtendedIso.Format(input.GivenAt),
        input.Version);
}

public sealed record AssignmentResponse(
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
    public static AssignmentResponse Of(TeamAssignment assignment) => new(
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

public sealed record AssignmentLineResponse(AssignmentResponse Assignment, IReadOnlyList<TeamInputResponse> Inputs);

public sealed record AssignmentListResponse(IReadOnlyList<AssignmentLineResponse> Assignments)
{
    public static AssignmentListResponse Of(IReadOnlyList<AssignmentWithInputs> assignments) => new(
        [.. assignments.Select(a => new AssignmentLineResponse(
            AssignmentResponse.Of(a.Assignment), [.. a.Inputs.Select(TeamInputResponse.Of)]))]);
}

public sealed record LedAssignmentResponse(string AgencyId, AssignmentResponse Assignment);

public sealed record LedAssignmentListResponse(IReadOnlyList<LedAssignmentResponse> Assignments)
{
    public static LedAssignmentListResponse Of(IReadOnlyList<LedAssignment> led) => new(
        [.. led.Select(l => new LedAssignmentResponse(l.AgencyId.ToString(), AssignmentResponse.Of(l.Assignment)))]);
}
