using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Intake.Pulls;
using NodaTime;

namespace Kinerja.Application.Intake.Pulls;

/// <summary>An address, its token where one is given, and how many changes hold without anybody's word.</summary>
public sealed record RegisterSourceCommand(string? Url, string? Token, int AutomaticUpTo)
{
    public override string ToString() => "a register source (token hidden)";
}

public sealed record RegisterSourceRequest(string? Url, string? Token, int? AutomaticUpTo)
{
    private const int MostTokenLetters = 2000;

    public Result<RegisterSourceCommand> Read()
    {
        var fields = new FieldReader();
        if (Token is not null && (Token.Length is 0 or > MostTokenLetters || !Token.All(c => c is > ' ' and <= '~')))
        {
            fields.Add("token", $"1 to {MostTokenLetters} visible characters of ASCII are expected.");
        }

        var upTo = fields.Whole("automaticUpTo", AutomaticUpTo ?? 0, 0, RegisterSource.MostAutomatic);
        return fields.Finish(() => new RegisterSourceCommand(Url, Token, upTo!.Value));
    }

    public override string ToString() => "a register source (token hidden)";
}

/// <summary>A source without its token, which is never answered.</summary>
public readonly struct RegisterSourceResponse(RegisterSourceState state, bool indonesian)
{
    public string Url => state.Source.Url.AbsoluteUri;
    public int AutomaticUpTo => state.Source.AutomaticUpTo;
    public Instant SetAt => state.Source.SetAt;
    public Instant? ReadAt => state.Source.ReadAt;
    public PullProblemResponse? Problem => state.Source.Problem is { } problem ? new(problem, indonesian) : null;
    public RegisterPullResponse? Pull => state.Pull is { } pull ? new(pull) : null;

    public static RegisterSourceResponse Of(RegisterSourceState state, bool indonesian) => new(state, indonesian);
}

public readonly struct PullProblemResponse(PullProblem problem, bool indonesian)
{
    public PullFault Fault => problem.Fault;
    public string Detail => problem.Detail.In(indonesian);
    public Instant At => problem.At;
}

public readonly struct RegisterPullResponse(RegisterPull pull)
{
    public string Id => pull.Id;
    public PullState State => pull.State;
    public Instant ReadAt => pull.ReadAt;
    public PullCounts Counts => pull.Counts;
    public EmployeeId? AgreedById => pull.AgreedById;
    public Instant? AgreedAt => pull.AgreedAt;
    public Instant? AppliedAt => pull.AppliedAt;
    public OutcomeCounts Outcomes => pull.Outcomes;

    public static RegisterPullResponse Of(RegisterPull pull) => new(pull);
}

public sealed record RegisterChangeListResponse(
    string PullId, PullState State, IReadOnlyList<RegisterChangeResponse> Changes)
{
    public static RegisterChangeListResponse Of(RegisterChangePage page, bool indonesian) => new(
        page.Pull.Id,
        page.Pull.State,
        [.. page.Page.Items.Select(change => new RegisterChangeResponse(change, indonesian))]);
}

public readonly struct RegisterChangeResponse(RegisterChange change, bool indonesian)
{
    public RegisterPart Part => change.Part;
    public string? Id => change.Id;
    public RegisterChangeKind Kind => change.Kind;
    public LocalDate? From => change.From;
    public IReadOnlyList<MemberChange> Members => change.Members;
    public IReadOnlyList<FaultResponse> Faults => [.. Of(change.Faults, indonesian)];
    public ChangeOutcome? Outcome => change.Outcome;
    public string? OutcomeDetail => change.OutcomeDetail?.In(indonesian);

    private static IEnumerable<FaultResponse> Of(IReadOnlyList<FieldFault> faults, bool indonesian) =>
        faults.Select(fault => FaultResponse.Of(fault, indonesian));
}

/// <summary>Which pull is agreed to, and by whom.</summary>
public sealed record PullAgreementRequest(string? PullId, string? AgreedById)
{
    private const int IdLetters = 32;

    public Result<PullAgreementCommand> Read()
    {
        var fields = new FieldReader();
        var by = fields.Take("agreedById", p => EmployeeId.Parse(AgreedById, p));
        if (PullId is not { Length: IdLetters } || !PullId.All(char.IsAsciiHexDigitLower))
        {
            fields.Add("pullId", "The id of a pull is expected, as the list of its changes has it.");
        }

        return fields.Finish(() => new PullAgreementCommand(PullId!, by!.Value));
    }
}

public sealed record PullAgreementCommand(string PullId, EmployeeId By);
