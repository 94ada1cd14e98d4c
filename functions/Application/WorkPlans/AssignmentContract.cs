using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.WorkPlans;
using NodaTime;

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

public readonly struct TeamInputResponse(TeamInput input)
{
    public ClientId AssignmentId => input.AssignmentId;
    public EmployeeId EmployeeId => input.EmployeeId;
    public Quarter Period => input.Quarter;
    public AgencyId LeaderAgencyId => input.LeaderAgencyId;
    public EmployeeId LeaderId => input.LeaderId;
    public ExpectationLevel? Level => input.Level;
    public string Words => input.Words;
    public IReadOnlyList<EvidenceLink> Evidence => input.Evidence;
    public Instant GivenAt => input.GivenAt;
    public int Version => input.Version;

    public static TeamInputResponse Of(TeamInput input) => new(input);
}

public readonly struct AssignmentResponse(TeamAssignment assignment)
{
    public ClientId Id => assignment.Id;
    public EmployeeId EmployeeId => assignment.EmployeeId;
    public string Team => assignment.Team;
    public string Role => assignment.Role;
    public AgencyId LeaderAgencyId => assignment.LeaderAgencyId;
    public EmployeeId LeaderId => assignment.LeaderId;
    public AssignmentOrigin Origin => assignment.Origin;
    public string Letter => assignment.Letter;
    public LocalDate From => assignment.From;
    public LocalDate LastDay => assignment.LastDay;
    public Instant WrittenAt => assignment.WrittenAt;
    public int Version => assignment.Version;

    public static AssignmentResponse Of(TeamAssignment assignment) => new(assignment);
}

public sealed record AssignmentLineResponse(AssignmentResponse Assignment, IReadOnlyList<TeamInputResponse> Inputs);

public sealed record AssignmentListResponse(IReadOnlyList<AssignmentLineResponse> Assignments)
{
    public static AssignmentListResponse Of(IReadOnlyList<AssignmentWithInputs> assignments) => new(
        [.. assignments.Select(a => new AssignmentLineResponse(
            AssignmentResponse.Of(a.Assignment), [.. a.Inputs.Select(TeamInputResponse.Of)]))]);
}

public sealed record LedAssignmentResponse(AgencyId AgencyId, AssignmentResponse Assignment);

public sealed record LedAssignmentListResponse(IReadOnlyList<LedAssignmentResponse> Assignments)
{
    public static LedAssignmentListResponse Of(IReadOnlyList<LedAssignment> led) => new(
        [.. led.Select(l => new LedAssignmentResponse(l.AgencyId, AssignmentResponse.Of(l.Assignment)))]);
}
